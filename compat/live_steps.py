"""Use a running Alliance Auth site as its players and its schedule do, and report what came of it.

    DJANGO_SETTINGS_MODULE=settings_live python live_steps.py REPORT

A player logs in through the sandbox's single sign-on and gives each app the characters it asks for;
then each app's scheduled tasks run once on the real Celery worker.
"""

import json
import os
import re
import sys
import threading
import time
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import django
import redis
import requests

SITE, SANDBOX = os.environ["COMPAT_SITE"], os.environ["COMPAT_SANDBOX"]
APPS = os.environ["COMPAT_LIVE"].split()
PILOT, SECOND = 90_000_001, 90_000_002  # CEOs, so they have every role in their corporations
SECONDS = 300  # for all tasks that one app starts; tasks scheduled for later are ignored
QUIET = 1  # seconds without an event after which nothing more begins

# Of each app: the pages on which it takes a character, and the tasks of its schedule.
ADD = {
    "blueprints": [
        "blueprints:add_personal_blueprint_owner",
        "blueprints:add_corporate_blueprint_owner",
    ],
    "corptools": [
        "corptools:add_char",
        "corptools:add_corp",
        "corptools:add_corp_options?c=1&sov=1",
    ],
    "freight": ["freight:setup_contract_handler"],
    "ledger": ["ledger:add_char", "ledger:add_corp"],
    "memberaudit": ["memberaudit:add_character"],
    "moonmining": ["moonmining:add_owner"],
    "skillfarm": ["skillfarm:add_char"],
    "standingsrequests": ["standingsrequests:view_auth_page"],
    "structures": ["structures:add_structure_owner"],
    "taxsystem": ["taxsystem:add_corp"],
}
TASKS = {
    "allianceauth": [
        "allianceauth.eveonline.tasks.run_model_update",
        "esi.tasks.cleanup_callbackredirect",
        "esi.tasks.cleanup_token_subset",
    ],
    "blueprints": [
        "blueprints.tasks.update_all_locations",
        "blueprints.tasks.update_all_blueprints",
        "blueprints.tasks.update_all_industry_jobs",
    ],
    "corptools": ["corptools.tasks.update_all_characters", "corptools.tasks.update_all_corps"],
    "eve_sde": ["eve_sde.tasks.check_for_sde_updates"],
    "fleetfinder": ["fleetfinder.tasks.check_fleet_adverts"],
    "freight": ["freight.tasks.run_contracts_sync"],
    "ledger": ["ledger.tasks.update_subset_characters", "ledger.tasks.update_subset_corporations"],
    "memberaudit": ["memberaudit.tasks.run_regular_updates"],
    "moonmining": [
        "moonmining.tasks.run_regular_updates",
        "moonmining.tasks.run_calculated_properties_update",
    ],
    "skillfarm": ["skillfarm.tasks.update_all_skillfarm", "skillfarm.tasks.update_all_prices"],
    "standingsrequests": [
        "standings_requests.standings_update",
        "standings_requests.update_associations_api",
        "standings_requests.validate_requests",
    ],
    "structures": [
        "structures.tasks.update_all_structures",
        "structures.tasks.fetch_all_notifications",
    ],
    "taxsystem": ["taxsystem.tasks.update_all_taxsytem"],
}


def held(sentence: str, true: object, page: requests.Response | None = None) -> None:
    """Print a sentence that holds; end at one that does not."""
    if not true:
        at = f" ({page.status_code} at {page.url})" if page is not None else ""
        sys.exit(f"NOT SO: {sentence}{at}")
    print(sentence, flush=True)


class Browser:
    """Player who logs in at the site."""

    def __init__(self) -> None:
        self.session = requests.Session()

    def get(self, path: str) -> requests.Response:
        """Open a page of the site."""
        return self.session.get(urljoin(SITE, path), timeout=60)

    def post(self, page: requests.Response, **form: object) -> requests.Response:
        """Send a form of a page, with the site's token against forgery."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
        if token:
            form["csrfmiddlewaretoken"] = token[1]
        return self.session.post(page.url, data=form, headers={"Referer": page.url}, timeout=60)

    def walk(self, path: str, character: int) -> requests.Response:
        """Open a page that wants a token: choose to log in, choose the character, allow."""
        page = self.get(path)
        if 'name="_add"' in page.text:
            page = self.post(page, _add="1")
        held(f"{path} asks the single sign-on", page.url.startswith(SANDBOX), page)
        return self.post(page, character=character, allow="1")


class Watch(threading.Thread):
    """Follow the worker's tasks by their events."""

    def __init__(self, app) -> None:
        super().__init__(daemon=True)
        self.app = app
        self.names: dict[str, str] = {}
        self.etas: dict[str, float] = {}  # start times of tasks that the worker has scheduled
        self.running: set[str] = set()
        self.counts: dict[str, Counter] = defaultdict(Counter)
        self.errors: dict[str, Counter] = defaultdict(Counter)
        self.ready = threading.Event()
        self.heard_at = time.monotonic()

    def run(self) -> None:
        """Listen until the process ends."""
        with self.app.connection() as connection:
            receiver = self.app.events.Receiver(connection, handlers={"*": self.heard})
            with receiver.consumer_context(wakeup=True):
                self.ready.set()
                for _ in receiver.consume(limit=None, timeout=None, wakeup=False):
                    pass

    def heard(self, event: dict) -> None:
        """Take one event."""
        kind, key = event["type"].partition("-")[2], event.get("uuid", "")
        if not event["type"].startswith("task-"):
            return
        self.heard_at = time.monotonic()
        if kind == "received":
            self.names[key] = event["name"]
            eta = event.get("eta")
            self.etas[key] = datetime.fromisoformat(eta).timestamp() if eta else 0
        elif kind == "started":
            self.etas.pop(key, None)
            self.running.add(key)
        elif kind in ("succeeded", "failed", "retried", "rejected"):
            self.running.discard(key)
            name = self.names.get(key, "?")
            self.counts[name.partition(".")[0]][kind] += 1
            if kind == "failed":
                self.errors[name][event.get("exception", "")[:300]] += 1

    def later(self) -> int:
        """Return how many tasks the worker has scheduled for later."""
        now = time.time()
        return sum(eta > now for eta in list(self.etas.values()))

    def busy(self) -> bool:
        """Return True while a task runs, may start, or has just ended."""
        just_now = time.monotonic() - self.heard_at < QUIET
        return just_now or bool(self.running) or len(self.etas) > self.later()


class Queue:
    """Tasks queued in the broker and in the worker."""

    def __init__(self, watch: Watch) -> None:
        self.redis = redis.Redis.from_url(os.environ["COMPAT_REDIS"] + "/0")
        self.watch = watch

    def waiting(self) -> int:
        """Return how many tasks no worker has taken."""
        lists = [key for key in self.redis.keys("celery*") if self.redis.type(key) == b"list"]
        return sum(self.redis.llen(key) for key in lists)

    def drain(self, seconds: float) -> int:
        """Wait until nothing more can be done now; return how many tasks are left for later."""
        until = time.monotonic() + seconds
        while (self.waiting() or self.watch.busy()) and time.monotonic() < until:
            time.sleep(0.1)
        return self.waiting() + len(self.watch.etas)


def main(report: Path) -> None:
    """Walk through the site, run the tasks, write the report."""
    django.setup()
    browser = Browser()  # after the settings, which redirect its requests to the single sign-on
    for _ in range(240):
        try:
            start = browser.get("/account/login/")
            break
        except requests.ConnectionError:
            time.sleep(0.5)  # it starts
    held("the site answers", start.status_code == 200, start)
    from allianceauth.authentication.models import CharacterOwnership
    from django.apps import apps
    from django.contrib.auth.models import User
    from django.urls import reverse
    from myauth.celery import app as celery

    watch = Watch(celery)
    watch.start()
    held("the worker can be heard", watch.ready.wait(30))
    queue = Queue(watch)

    page = browser.walk("/sso/login", PILOT)
    held("after the callback Alliance Auth asks for an address",
         urlsplit(page.url).path == "/account/register/", page)  # fmt: skip
    page = browser.post(page, email="player@example.com")
    held("then it shows its dashboard", urlsplit(page.url).path == "/dashboard/", page)
    page = browser.walk("/account/characters/add/", SECOND)
    held("a second character is added", CharacterOwnership.objects.count() == 2, page)
    User.objects.update(is_superuser=True, is_staff=True)

    # Load the static data before the first update, as the apps' manuals say.
    first = ["allianceauth", *(["eve_sde"] if apps.is_installed("eve_sde") else [])]
    rows: dict[str, dict] = {}
    for name in [*first, *APPS]:
        for view in ADD.get(name, ()):
            name_of_view, *query = view.split("?")
            for character in (PILOT, SECOND):
                page = browser.walk("?".join([reverse(name_of_view), *query]), character)
                held(f"{view} takes {character}", page.status_code == 200, page)
        before = sum(watch.counts[name].values())
        watch.heard_at = time.monotonic()
        later = queue.drain(SECONDS)  # what the pages started; the schedule comes later
        for task in TASKS[name]:
            watch.heard_at = time.monotonic()
            celery.send_task(task)
            later = queue.drain(SECONDS)
        models = apps.get_app_config(name).get_models() if name != "allianceauth" else ()
        rows[name] = {
            "later": later,
            "rows": sum(model._default_manager.count() for model in models if model._meta.managed),
        }
        held(f"{name}: {sum(watch.counts[name].values()) - before} tasks ran, "
             f"{rows[name]['rows']} rows, {later} wait for later", True)  # fmt: skip
    for name, row in rows.items():
        row["tasks"] = dict(watch.counts[name])
    others = {name: dict(counts) for name, counts in watch.counts.items() if name not in rows}
    errors = {name: dict(counts) for name, counts in watch.errors.items()}
    report.write_text(
        json.dumps({"apps": rows, "others": others, "errors": errors}, indent=1), "utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
