"""Celery task that runs recipes: bulk pulls on beat's schedule, on the workers of a site.

docs/guides/bulk.md shows how. The task may end at any moment (a time limit, a killed worker, the
API's limits): the next run resumes where it stopped.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esi._extras import needs_extra

with needs_extra("django", "A recipe on a schedule"):
    from celery import shared_task
    from celery.exceptions import SoftTimeLimitExceeded

from esi.errors import LimitError
from esi_data.errors import DatasetBusyError, RecipeError

if TYPE_CHECKING:
    from esi_data import progress
    from esi_data.datasets.pull_to import Pulled
    from esi_data.datasets.recipes import PullStep, Recipe

logger = logging.getLogger("esi_data.tasks")

NAME = "esi_data.tasks.run_recipe"
PROGRESS = "PROGRESS"

# Seconds between two reports of a pull; its first and last part are always reported.
_EVERY = 5.0


# Progress goes to the result backend, also on a site that ignores the results of other tasks.
@shared_task(bind=True, name=NAME, ignore_result=False, max_retries=None)
def run_recipe(self: Any, recipe: str, into: str) -> dict[str, Any]:
    """Run a recipe: one that ships with `esi_data`, or a TOML file on the worker's machine.

    While it runs, its state is `PROGRESS` with the progress that `_Report` describes, which the log
    also has. At a limit of the API it retries once the limit allows. While another run writes to
    the same folder, it ends at once, with `busy` in its result.

    Args:
        self: the task.
        recipe: name or path.
        into: folder of its datasets.

    Returns:
        `recipe`, `into`, `pulls` (a line for each), and the sums `rows`, `requests`, `transferred`
        (bytes), `tokens` and `errors` (failed calls).

    Raises:
        RecipeError, DatasetError, OSError and others: as `esi_data.datasets.recipes.run`; or an
            argument is not a text.
        SoftTimeLimitExceeded: finished parts stay; the next run resumes.
    """
    from esi_data.datasets import recipes  # noqa: PLC0415 - pandas is slow to import
    from esi_data.django_site import esi_of_site  # noqa: PLC0415

    _check(recipe, into)
    found = recipes.load(recipe)
    report = _Report(self, found, into)
    try:
        with esi_of_site() as esi:
            for pulled in recipes.run(esi, found, Path(into), report.step):
                report.ended(pulled)
    except DatasetBusyError as exc:
        logger.warning("%s: %s", found.name, exc)
        return report.result() | {"busy": str(exc)}
    except LimitError as exc:
        if self.request.is_eager:  # there is no queue to come back from
            raise
        seconds = max(exc.retry_after or 0, 1)
        logger.warning("%s: %s; resuming in %.0f s", found.name, exc, seconds)
        raise self.retry(exc=exc, countdown=seconds) from exc
    except SoftTimeLimitExceeded:
        logger.warning(
            "%s: stopped by the soft time limit; finished parts stay, and the next run resumes",
            found.name,
        )
        raise
    result = report.result()
    logger.info("%s: done, %d rows by %d requests", found.name, result["rows"], result["requests"])
    return result


def scheduled(recipe: str, into: str, every: float | None = None) -> dict[str, Any]:
    """Return an entry of beat's schedule for a recipe.

    It runs as often as the recipe says (`every` in the file; of several pulls the most frequent)
    or as `every` says here, in seconds or as any schedule of Celery. A run expires when the next
    one is due, so that they do not pile up.

    Raises:
        RecipeError: there is no such recipe or no folder, or neither has an interval.
    """
    from esi_data.datasets import recipes  # noqa: PLC0415 - pandas is slow to import

    _check(recipe, str(into))
    seconds = every or recipes.load(recipe).seconds
    if seconds is None:
        raise RecipeError(f"Recipe {recipe} has no interval (every): pass every=, in seconds")
    expires = {"expires": seconds} if isinstance(seconds, int | float) else {}
    kwargs = {"recipe": recipe, "into": str(into)}
    return {"task": NAME, "schedule": seconds, "kwargs": kwargs, "options": expires}


def _check(recipe: str, into: str) -> None:
    """Reject arguments that a queue may bring: an empty folder would be the worker's own."""
    for name, value in (("recipe", recipe), ("into", into)):
        if not isinstance(value, str) or not value.strip():
            raise RecipeError(
                f"{NAME}: {name}={value!r} is not a text. Pass the name of a recipe or a .toml "
                "file as recipe, and the folder of its datasets as into."
            )


class _Report:
    """Progress of a run, for the task's state and for the log.

    `pull` (its name), `step` of `steps`, `done` of `parts`, and the `rows` and `requests` of
    finished pulls.
    """

    def __init__(self, task: Any, recipe: Recipe, into: str) -> None:
        self._task = task
        self._recipe = recipe
        self._head = {"recipe": recipe.name, "into": into}
        self._reported = 0.0
        self._pulled: list[Pulled] = []

    def step(self, step: PullStep, at: progress.Step) -> None:
        """Report a finished part, unless the latest report is recent."""
        now = time.monotonic()
        if 1 < at.done != at.total and now - self._reported < _EVERY:
            return
        self._reported = now
        steps = self._recipe.pull
        meta = {
            "pull": step.name,
            "step": steps.index(step) + 1,
            "steps": len(steps),
            "done": at.done,
            "parts": at.total,
        }
        logger.info("%s: %s (%d of %d), %s of %s parts", self._recipe.name, *meta.values())
        if not self._task.request.called_directly:
            meta = {**self._head, **meta, **self._sums("rows", "requests")}
            self._task.update_state(state=PROGRESS, meta=meta)

    def ended(self, pulled: Pulled) -> None:
        """Report a finished pull."""
        self._pulled.append(pulled)
        logger.info("%s: %s", self._recipe.name, pulled)

    def result(self) -> dict[str, Any]:
        """Return the task's result, as JSON values."""
        return {
            **self._head,
            "pulls": [str(pulled) for pulled in self._pulled],
            **self._sums("rows", "requests", "transferred", "tokens"),
            "errors": sum(len(pulled.errors) for pulled in self._pulled),
        }

    def _sums(self, *names: str) -> dict[str, int]:
        return {name: sum(getattr(pulled, name) for pulled in self._pulled) for name in names}
