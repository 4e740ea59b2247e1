"""Run the test suites of apps with django-esi and with esi-toolkit, and compare test by test.

    python -m compat.app_tests FOLDER [--apps memberaudit structures ...] [--again]

FOLDER keeps both environments and the outcomes; the suites run with django-esi only where there is
no outcome yet, or with --again. Prints a table, and the tests that pass with django-esi alone; ends
with 1 if one of those is not listed in `known_differences.toml`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from compat import environments, failures
from compat.outcomes import Difference, Outcomes, differences, row
from tests.support.servers import NoServerError, Redis

SECONDS = 1800  # for one app's suite
PROVIDERS = {"django-esi": False, "esi-toolkit": True}


def main() -> int:
    """Run the suites, print the comparison."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--apps", nargs="*")
    options.add_argument("--again", action="store_true", help="with django-esi once more, too")
    asked = options.parse_args()
    folder = asked.folder.resolve()
    known = environments.known_apps()
    names = asked.apps or list(known["apps"])
    requirements = [
        known["allianceauth"],
        *(app["distribution"] for app in known["apps"].values()),
        *known["for-tests"],
    ]
    results: dict[str, dict[str, Outcomes | None]] = {name: {} for name in names}
    with tempfile.TemporaryDirectory(prefix="esi-", dir="/tmp") as servers:
        Path(servers).chmod(0o711)
        redis = Redis(Path(servers))
        try:
            for provider, ours in PROVIDERS.items():
                more = [] if ours else [known["django-esi"]]
                python = environments.made(folder / provider, requirements + more, ours=ours)
                site = environments.site(python, folder / f"site-{provider}")
                for name in names:
                    report = folder / f"{name}-{provider}.json"
                    if ours or asked.again or not report.exists():
                        suite(python, site, name, known["apps"][name]["needs"], redis, report)
                    results[name][provider] = (
                        json.loads(report.read_text("utf-8")) if report.exists() else None
                    )
        finally:
            redis.stop()
    return compare(known, results)


def suite(
    python: Path, site: Path, name: str, needs: list[str], redis: Redis, report: Path
) -> None:
    """Run an app's tests; the outcomes are in the report, what was printed beside it."""
    report.unlink(missing_ok=True)
    server = redis.url.rpartition("/")[0]
    environment = {
        **os.environ,
        "COMPAT_APPS": " ".join([*needs, name]),
        "COMPAT_REDIS": server,
        "COMPAT_REPORT": str(report),
        "DJANGO_SETTINGS_MODULE": "settings_for_tests",
        "PYTHONPATH": os.pathsep.join([str(environments.HERE), str(site)]),
    }
    with report.with_suffix(".log").open("wb") as log:
        try:
            subprocess.run(
                [python, "-W", "ignore", "manage.py", "test", name, "--noinput"],
                cwd=site, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                timeout=SECONDS, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            log.write(f"\nnot ready within {SECONDS} s\n".encode())


def compare(known: dict, results: dict[str, dict[str, Outcomes | None]]) -> int:
    """Print the table and the differences; return the exit status."""
    expected = failures.read_known(environments.HERE / "known_differences.toml")
    print("| app | tests | pass with django-esi | with esi-toolkit | of the former, fail here |")
    print("|---|---:|---:|---:|---:|")
    found: list[Difference] = []
    unfinished = 0
    for name, each in results.items():
        peer, ours = each["django-esi"], each["esi-toolkit"]
        lost = differences(peer, ours, expected) if peer and ours else []
        found += lost
        unfinished += peer is None or ours is None
        print(row(known["apps"][name]["distribution"].replace("==", " "), peer, ours, len(lost)))
    print()
    for one in found:
        print(f"{'' if one.why else 'NEW '}{one.test}\n    {one.why or one.said}")
    new = sum(one.why is None for one in found)
    print(f"\n{len(found)} differences, {new} of them new; {unfinished} suites did not finish")
    return 1 if new or unfinished else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (environments.NotHadError, NoServerError) as exc:
        sys.exit(str(exc))
