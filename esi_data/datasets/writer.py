"""The run of a bulk pull under way: what it has done, what is left, and the manifest that says so.

A part that comes is written first and named afterwards, so the manifest is true at every instant;
`esi_data.datasets.folder` sees to the disk.
"""

from __future__ import annotations

import io
import logging
import platform
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from typing import TYPE_CHECKING, Any

import msgspec

from esi_data.datasets import manifest, partitioning, write_modes
from esi_data.datasets.manifest import Cost, Manifest, Part, Run, Snapshot
from esi_data.datasets.read import frame_of_files
from esi_data.formatting import count_of, size
from esi_data.frames.metadata import as_json
from esi_data.frames.parquet import write_parquet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from esi_data.datasets.fetch_part import PartResult
    from esi_data.datasets.folder import Folder
    from esi_data.datasets.partitioning import PartSpec

logger = logging.getLogger("esi_data")

# Files of a part that is added to, before they are put together.
_MOST_FILES = 16


@dataclass(frozen=True)
class Pulled:
    """What a call of `pull_to` did.

    `parts`, `rows` and `consistent` are those of the whole run, `requests`, `transferred` (bytes)
    and `tokens` what this call took; `resumed` is how many parts an earlier one had done. `errors`
    tells of calls that failed, with `on_error="collect"`.
    """

    path: Path
    operation: str
    mode: str
    parts: int
    resumed: int
    rows: int
    requests: int
    transferred: int
    tokens: int
    consistent: bool
    errors: list[dict[str, Any]] = field(default_factory=list)

    def __str__(self) -> str:
        rest = f", {self.resumed} of them by an earlier run" if self.resumed else ""
        failed = f"; {count_of(len(self.errors), 'call')} failed, see the manifest"
        torn = "; some pages are of different moments"
        return (
            f"{count_of(self.rows, 'row')} in {self.path} ({self.mode}): "
            f"{count_of(self.parts, 'part')}{rest}; {count_of(self.requests, 'request')}, "
            f"{size(self.transferred)}, {count_of(self.tokens, 'token')}"
            f"{failed if self.errors else ''}{'' if self.consistent else torn}"
        )


class Writer:
    """The run under way: what it has done, what is left, and the manifest that says so."""

    def __init__(
        self,
        folder: Folder,
        held: Manifest,
        clock: Callable[[], float],
        fan_out: Mapping[str, list[Any]],
        date: str,
    ) -> None:
        self.folder = folder
        self._held = held
        self._clock = clock
        self._cost = Cost()
        wanted = partitioning.parts_of(held.partitioning, fan_out)
        self._run = self._begun(wanted, as_json(dict(fan_out)), date)
        folder.keep(held)
        folder.sweep(held)
        self._wanted = wanted
        self.total = len(wanted)
        self.left = [part for part in wanted if not self._is_done(part)]
        self.resumed = self.total - len(self.left)

    @property
    def done(self) -> int:
        """Parts that are done, of those wanted."""
        return sum(map(self._is_done, self._wanted))

    @property
    def so_far(self) -> str:
        """What is done when the run is stopped, and how it goes on."""
        return (
            f"{self.done} of {self.total} parts are in {self.folder.path}, complete; the same call "
            "again goes on from there."
        )

    def state(self, wanted: PartSpec) -> dict[str, str]:
        """Where the walks of a part's calls go on."""
        before = self._before(wanted)
        return before.state if before else {}

    def known(self, wanted: PartSpec) -> pd.DataFrame | None:
        """The rows of a part that the dataset has.

        Raises:
            DatasetError: a file of it is damaged or gone.
        """
        before = self._before(wanted)
        if before is None or not before.files:
            return None
        try:
            return frame_of_files(self.folder.path, self._held, before)
        except FileNotFoundError as exc:
            raise manifest.gone(self.folder.path, exc) from exc

    def keep(self, wanted: PartSpec, came: PartResult) -> None:
        """Write what came of a part, and name it in the manifest."""
        question, before = self._held.question, self._before(wanted)
        outdated = self._run.parts.get(wanted.name)
        if question.mode == "snapshot":
            files, rows = self._replaced(wanted, came, before)
        else:
            files, rows = self._added(wanted, came, before)
        self._run.parts[wanted.name] = Part(
            where=wanted.where,
            asked=wanted.asked,
            calls=wanted.calls,
            rows=rows,
            files=files,
            consistent=came.consistent,
            cost=came.cost,
            fetched_at=self._now(),
            last_modified=came.last_modified,
            validator=came.validator,
            state={**(before.state if before else {}), **came.state},
            errors=came.errors,
        )
        try:
            self.folder.keep(self._held)
        except OSError:  # not named, so not done
            del self._run.parts[wanted.name]
            if outdated:
                self._run.parts[wanted.name] = outdated
            raise
        self._cost += came.cost

    def finish(self) -> Pulled:
        """End the run: what it made is now what the dataset holds."""
        held, run = self._held, self._run
        run.finished = self._now()
        if held.question.mode != "snapshot" and held.latest:
            run.parts = manifest.overlaid(held.latest.parts, run.parts)
        order = dict.fromkeys([*(part.name for part in self._wanted), *run.parts])
        run.parts = {name: run.parts[name] for name in order}
        if held.question.mode == "snapshot" and held.question.history:
            name = f"_snapshots/{run.id}.json"
            self.folder.keep_run(name, run)
            held.snapshots.append(
                Snapshot(
                    run.id,
                    run.started,
                    run.finished,
                    run.rows,
                    len(run.parts),
                    run.consistent,
                    name,
                )
            )
        held.latest, held.run = run, None
        self.folder.keep(held)
        self.folder.sweep(held)
        return Pulled(
            path=self.folder.path,
            operation=held.question.operation,
            mode=held.question.mode,
            parts=self.total,
            resumed=self.resumed,
            rows=run.rows,
            requests=self._cost.requests,
            transferred=self._cost.transferred,
            tokens=self._cost.tokens,
            consistent=run.consistent,
            errors=[error for part in run.parts.values() for error in part.errors],
        )

    def _begun(self, wanted: list[PartSpec], fan_out: dict[str, list[Any]], date: str) -> Run:
        """The run that was stopped, or a new one."""
        held = self._held
        if held.run is None:
            held.runs += 1
            moment = datetime.fromtimestamp(self._clock(), UTC)
            name = f"{moment:%Y%m%dT%H%M%SZ}-{held.runs:04d}"
            held.run = Run(name, self._now(), fan_out, len(wanted), date, _versions())
            return held.run
        run = held.run
        logger.info("%s: going on with the run of %s", held.question.operation, run.started)
        asked = {part.name: part.asked for part in wanted}
        stays = {
            name: part
            for name, part in run.parts.items()
            if asked.get(name) == part.asked
            and run.compatibility_date == date  # else its columns may be others
            and all(map(self.folder.has, part.files))
        }
        if held.question.mode != "snapshot":  # rows once added stay, whatever is asked for now
            old = {n: msgspec.structs.replace(part, asked="") for n, part in run.parts.items()}
            stays = {**old, **stays}
        run.fan_out, run.parts, run.compatibility_date = fan_out, stays, date
        run.wanted = len({*asked, *stays})
        return run

    def _is_done(self, wanted: PartSpec) -> bool:
        part = self._run.parts.get(wanted.name)
        return part is not None and part.asked == wanted.asked

    def _before(self, wanted: PartSpec) -> Part | None:
        """What the dataset has of a part; a stopped run may have asked it for other values."""
        latest = self._held.latest
        earlier = latest.parts.get(wanted.name) if latest else None
        return self._run.parts.get(wanted.name, earlier)

    def _replaced(
        self, wanted: PartSpec, came: PartResult, before: Part | None
    ) -> tuple[list[manifest.File], int]:
        """The one file of a part; the one before, where it says the same."""
        frame = self._inside(came.frame)
        data = _parquet(frame)
        if before and before.files and not self._held.question.history:
            (file,) = before.files
            if manifest.same(file, data) and self.folder.has(file):
                return before.files, before.rows
        return [self._written(wanted, data, len(frame))], len(frame)

    def _added(
        self, wanted: PartSpec, came: PartResult, before: Part | None
    ) -> tuple[list[manifest.File], int]:
        """The files of a part, with one more where there is news."""
        question = self._held.question
        had = self.known(wanted) if before else None
        key = list(dict.fromkeys([*question.fan_out, *question.key]))
        new = write_modes.news(had, came.frame, question.mode, key)
        files = list(before.files) if before else []
        if not len(new) and files:
            return files, before.rows if before else 0
        whole = write_modes.merged([had, new] if had is not None else [new], key)
        if len(files) >= _MOST_FILES and not question.history:
            files, new = [], whole
        data = _parquet(self._inside(new))
        return [*files, self._written(wanted, data, len(new))], len(whole)

    def _inside(self, frame: pd.DataFrame) -> pd.DataFrame:
        """What of a part's frame stands in its file; its folder's name has the rest."""
        frame = frame.drop(columns=list(self._held.partitioning.columns))
        frame.attrs["esi"] = {"operation": self._held.question.operation}
        return frame

    def _written(self, wanted: PartSpec, data: bytes, rows: int) -> manifest.File:
        runs = [run for run in (self._held.latest, self._run) if run]
        parts = [run.parts[wanted.name] for run in runs if wanted.name in run.parts]
        taken = {file.path for part in parts for file in part.files}
        names = (
            partitioning.file_of(self._held.question, self._run.id, wanted, number)
            for number in count()
        )
        name = next(name for name in names if name not in taken)
        return self.folder.add(name, data, rows, self._now())

    def _now(self) -> str:
        return datetime.fromtimestamp(self._clock(), UTC).isoformat(timespec="seconds")


def _parquet(frame: pd.DataFrame) -> bytes:
    sink = io.BytesIO()
    write_parquet(frame, sink)
    return sink.getvalue()


def _versions() -> dict[str, str]:
    names = ("esi-toolkit", "pandas", "pyarrow")
    return {"python": platform.python_version(), **dict(_installed(names))}


def _installed(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"
