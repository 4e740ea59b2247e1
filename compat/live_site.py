"""Run Alliance Auth with eight of its apps on esi-toolkit in place of django-esi.

    python -m compat.live_site [--folder FOLDER] [--peer] [--apps memberaudit structures ...]

A fresh environment, MariaDB, Redis, a Celery worker, and the sandbox with every operation of the
API's documents (ESI_TEST_SPECS). `live_steps.py` says what happens on the site. Prints a table of
the apps. Ends with 1 if a task failed or a log has a traceback for another reason than those in
`known_failures.toml`, and with 2 if the documents, the packages or a server are not to be had here.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from compat import document, environments, failures
from tests.support import children
from tests.support.ports import free_port
from tests.support.servers import MariaDB, NoServerError, Redis

LIVE = [
    "memberaudit",
    "structures",
    "corptools",
    "moonmining",
    "freight",
    "taxsystem",
    "blueprints",
    "skillfarm",
]
# In one process: importing Alliance Auth and its apps takes seconds.
PREPARE = """
import django
from django.core.management import call_command

django.setup()
call_command("check", fail_level="ERROR")
call_command("makemigrations", "esi", check_changes=True, dry_run=True)
call_command("migrate", verbosity=0)
"""
SANDBOX = """
import asyncio
import sys
from esi.sandbox import Sandbox
from esi.sandbox.__main__ import serve

port, document, *issuer = sys.argv[1:]
sandbox = Sandbox(port=int(port), document=document)
sandbox.sso.claims |= {"iss": name for name in issuer}
asyncio.run(serve(sandbox, custom=True))
"""
PEERS_ISSUER = "https://login.eveonline.com"  # of the tokens that django-esi takes
NOT_TRIED = 2
DUMP = ["mariadb-dump", "--no-defaults", "-h127.0.0.1", "-uroot"]
START = time.monotonic()


def say(what: str) -> None:
    """Print what happens next, after the seconds since the start."""
    print(f"{time.monotonic() - START:4.0f} s  {what}", flush=True)


def main() -> int:
    """Run the site, print what came of it."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--folder", type=Path, help="keep environment, database and logs here")
    options.add_argument("--peer", action="store_true", help="with django-esi, to compare")
    options.add_argument("--apps", nargs="*", default=LIVE, metavar="APP")
    asked = options.parse_args()
    if not os.environ.get("ESI_TEST_SPECS"):
        print("name the folder of the API's documents in ESI_TEST_SPECS")
        return NOT_TRIED
    with ExitStack() as stack:
        folder = asked.folder
        if folder is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="esi-compat-")))
        folder.mkdir(parents=True, exist_ok=True)
        folder = folder.resolve()
        try:
            report = use(folder, asked.apps, stack, ours=not asked.peer)
        except (environments.NotHadError, NoServerError) as exc:
            print(exc)
            return NOT_TRIED
        return look(folder, report)


def use(folder: Path, names: list[str], stack: ExitStack, *, ours: bool) -> dict:
    """Start everything, use the site, and return the report of its steps."""
    known = environments.known_apps()
    apps = {name: known["apps"][name] for name in names}
    requirements = [known["allianceauth"], *(app["distribution"] for app in apps.values())]
    if not ours:
        requirements.append(known["django-esi"])
    say("packages")
    python = environments.made(folder / "venv", requirements, ours=ours)
    site = environments.site(python, folder / "site")
    logs = folder / "logs"
    logs.mkdir(exist_ok=True)
    for old in (*logs.glob("*"), *(site / "log").glob("*")):
        old.unlink()

    say("servers")
    servers = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="esi-", dir="/tmp")))
    servers.chmod(0o711)
    database, redis = MariaDB(servers), Redis(servers)
    stack.callback(database.stop)
    stack.callback(redis.stop)
    database.create("myauth")
    site_port, sandbox_port = free_port(), free_port()
    installed = dict.fromkeys(need for app in apps.values() for need in app["needs"])
    environment = {
        **os.environ,
        "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join([str(environments.HERE), str(site)]),
        "DJANGO_SETTINGS_MODULE": "settings_live",
        "COMPAT_APPS": " ".join(dict.fromkeys([*installed, *names])),
        "COMPAT_LIVE": " ".join(names),
        "COMPAT_DATABASE_PORT": str(database.server.port),
        "COMPAT_REDIS": redis.url.rpartition("/")[0],
        "COMPAT_SITE": f"http://127.0.0.1:{site_port}",
        "COMPAT_SANDBOX": f"http://127.0.0.1:{sandbox_port}",
    }

    def start(name: str, *command: str, **extra) -> None:
        log = stack.enter_context((logs / f"{name}.log").open("wb"))
        stack.enter_context(
            children.running([*command], cwd=site, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                             env={**environment, **extra})
        )  # fmt: skip

    specs = Path(os.environ["ESI_TEST_SPECS"])
    api = document.write(specs, folder / "document.json")
    issuer = [] if ours else [PEERS_ISSUER]
    start("sandbox", sys.executable, "-c", SANDBOX, str(sandbox_port), str(api), *issuer,
          PYTHONPATH=str(environments.PROJECT))  # fmt: skip
    say("database")
    inside = {"cwd": site, "env": environment}
    dump = folder / "database.sql"
    if dump.exists():
        database.ask("myauth", dump.read_text("utf-8"))
    environments.run(python, "-c", PREPARE, **inside)
    dump.write_text(
        subprocess.run(
            [*DUMP, f"-P{database.server.port}", "myauth"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout,
        "utf-8",
    )
    say("site and worker")
    start("server", str(python), "manage.py", "runserver", f"127.0.0.1:{site_port}", "--noreload")
    celery = [str(python), "-m", "celery", "-A", "myauth", "worker", "-c", "2", "-E", "-l", "INFO"]
    start("worker", *celery)
    steps = [python, environments.HERE / "live_steps.py", folder / "report.json"]
    with (logs / "steps.log").open("wb") as log:
        ended = subprocess.run(steps, check=False, stderr=log, **inside).returncode
    if ended:
        error = {f"the steps ended with {ended}": {"logs/steps.log has the reason": 1}}
        return {"apps": {}, "others": {}, "errors": error}
    return json.loads((folder / "report.json").read_text("utf-8"))


def look(folder: Path, report: dict) -> int:
    """Print the table, the failed tasks and the logs' tracebacks; return the exit status."""
    print("\n| app | tasks | succeeded | to be repeated | failed | for later | rows |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, row in report["apps"].items():
        tasks = Counter(row["tasks"])
        print(f"| {name} | {tasks.total()} | {tasks['succeeded']} | {tasks['retried']} "
              f"| {tasks['failed']} | {row['later']} | {row['rows']} |")  # fmt: skip
    for name, counts in report["others"].items():
        print(f"also {name}: {counts}")
    found = [f"{name}: {error}" for name, counts in report["errors"].items()
             for error, times in counts.items() for _ in range(times)]  # fmt: skip
    for log in (*(folder / "logs").glob("*.log"), *(folder / "site" / "log").glob("*")):
        found += failures.tracebacks(log.read_text("utf-8", "replace"))
    known = failures.read_known(environments.HERE / "known_failures.toml")
    reasons, unknown = failures.sort_out(found, known)
    for failure, times in unknown.items():
        print(f"FAILED {times} times: {failure[:300]}")
    for why, times in reasons.items():
        print(f"{times} times: {why}")
    print(f"{len(report['apps'])} apps, {unknown.total()} failures of other kinds")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
