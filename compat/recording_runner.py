"""Run an app's tests and write each outcome to a JSON file, so that two runs can be compared."""

import json
import os
import unittest
from pathlib import Path

from django.test.runner import DiscoverRunner


class RecordingResult(unittest.TextTestResult):
    """Note the outcome of each test, and the last line of what went wrong."""

    def startTestRun(self) -> None:
        """Begin with no outcomes."""
        super().startTestRun()
        self.outcomes: dict[str, list[str]] = {}

    def stopTestRun(self) -> None:
        """Write the outcomes to the file that `COMPAT_REPORT` names."""
        super().stopTestRun()
        Path(os.environ["COMPAT_REPORT"]).write_text(json.dumps(self.outcomes, indent=1), "utf-8")

    def note(self, test, outcome: str, why: str = "") -> None:
        """Keep an outcome; a failure stays, whatever a later subtest says."""
        if self.outcomes.get(test.id(), ["passed"])[0] != "failed":
            self.outcomes[test.id()] = [outcome, why]

    def addSuccess(self, test) -> None:
        """Note a test that passed."""
        super().addSuccess(test)
        self.note(test, "passed")

    def addFailure(self, test, err) -> None:
        """Note a test that failed."""
        super().addFailure(test, err)
        self.note(test, "failed", self._exc_info_to_string(err, test))

    def addError(self, test, err) -> None:
        """Note a test that raised."""
        super().addError(test, err)
        self.note(test, "failed", self._exc_info_to_string(err, test))

    def addSubTest(self, test, subtest, err) -> None:
        """Note a test one of whose parts failed."""
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.note(test, "failed", self._exc_info_to_string(err, test))

    def addSkip(self, test, reason) -> None:
        """Note a test that was left out."""
        super().addSkip(test, reason)
        self.note(test, "skipped", reason)

    def addExpectedFailure(self, test, err) -> None:
        """Note a test that failed as its author expects."""
        super().addExpectedFailure(test, err)
        self.note(test, "passed")

    def addUnexpectedSuccess(self, test) -> None:
        """Note a test that passed against its author's expectation."""
        super().addUnexpectedSuccess(test)
        self.note(test, "failed", "passed unexpectedly")


class RecordingRunner(DiscoverRunner):
    """Run tests as Django does, with outcomes written to a file."""

    def get_resultclass(self) -> type:
        """Return the class that notes outcomes."""
        return RecordingResult
