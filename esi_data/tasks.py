"""A Celery task that runs recipes: bulk pulls on beat's schedule, by the workers of a site.

    INSTALLED_APPS += ["esi_data"]    # a Django site's workers find the task, as those of any app
    imports = ["esi_data.tasks"]      # a Celery project without Django

    CELERY_BEAT_SCHEDULE = {"trade-hubs": scheduled("trade-hubs", into="/srv/data")}

The task may end at any moment (a time limit, a killed worker, the API's limits): the next run goes
on where it stopped, as `esi_data.datasets.pull_to` does.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

# Seconds between two reports of a pull; its first and its last part are always told.
_EVERY = 5.0


# Progress is kept where results are, also on a site that ignores those of its other tasks.
@shared_task(bind=True, name=NAME, ignore_result=False, max_retries=None)
def run_recipe(self: Any, recipe: str, into: str) -> dict[str, Any]:
    """Run a recipe: one that comes with `esi_data`, or a TOML file on the worker's machine.

    While it runs, its state is `PROGRESS` with what `_Report` says, and the log has the same. At a
    limit of the API it tries again when that is over. Another run of the same recipe into the same
    folder ends at once, with `busy` in its result.

    Args:
        self: the task.
        recipe: name or path.
        into: the folder of its datasets.

    Returns:
        `recipe`, `into`, `pulls` (a line for each), and the sums `rows`, `requests`, `transferred`
        (bytes), `tokens` and `errors` (calls that failed).

    Raises:
        RecipeError, DatasetError, OSError and others: as `esi_data.datasets.recipes.run`; an
            argument is no text.
        SoftTimeLimitExceeded: what was done stays; the next run goes on.
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
        logger.warning("%s: %s; going on in %.0f s", found.name, exc, seconds)
        raise self.retry(exc=exc, countdown=seconds) from exc
    except SoftTimeLimitExceeded:
        logger.warning(
            "%s: stopped by the soft time limit; what is done stays, and the next run goes on",
            found.name,
        )
        raise
    logger.info("%s: done, %d rows by %d requests", found.name, report.rows, report.requests)
    return report.result()


def scheduled(recipe: str, into: str, every: float | None = None) -> dict[str, Any]:
    """An entry of beat's schedule for a recipe.

    It runs as often as the recipe says (`every` in the file, the most frequent pull's) or as
    `every` says here, in seconds or as any schedule of Celery. Runs that no worker took until the
    next one is due expire, so that they do not pile up.

    Raises:
        RecipeError: there is no such recipe, no folder, or it says no time and `every` is missing.
    """
    from esi_data.datasets import recipes  # noqa: PLC0415 - pandas is slow to import

    _check(recipe, str(into))
    seconds = every or recipes.load(recipe).seconds
    if seconds is None:
        raise RecipeError(
            f"Recipe {recipe} does not say how often it is worth running: pass every=, in seconds"
        )
    expires = {"expires": seconds} if isinstance(seconds, int | float) else {}
    kwargs = {"recipe": recipe, "into": str(into)}
    return {"task": NAME, "schedule": seconds, "kwargs": kwargs, "options": expires}


def _check(recipe: str, into: str) -> None:
    """Refuse what a queue may bring: an empty folder would be the worker's own.

    Raises:
        RecipeError: it names the argument.
    """
    for name, value in (("recipe", recipe), ("into", into)):
        if not isinstance(value, str) or not value.strip():
            raise RecipeError(
                f"{NAME}: {name}={value!r} is no text. Pass the name of a recipe or a .toml file "
                "as recipe, and the folder of its datasets as into."
            )


class _Report:
    """What a run has done so far, told to the task's state and to the log.

    `pull` (its name), `step` of `steps`, `done` of `parts`, and of the pulls that came to their end
    the `rows` and `requests`.
    """

    def __init__(self, task: Any, recipe: Recipe, into: str) -> None:
        self._task = task
        self._recipe = recipe
        self._into = into
        self._told = 0.0
        self._pulled: list[Pulled] = []

    @property
    def rows(self) -> int:
        """Rows of the datasets, after the pulls that came to their end."""
        return sum(pulled.rows for pulled in self._pulled)

    @property
    def requests(self) -> int:
        """Requests of the pulls that came to their end."""
        return sum(pulled.requests for pulled in self._pulled)

    def step(self, step: PullStep, at: progress.Step) -> None:
        """Tell that a part is done, unless another was told of just now."""
        now, done, parts = time.monotonic(), at.done, at.total
        if 1 < done != parts and now - self._told < _EVERY:
            return
        self._told = now
        number, steps = self._recipe.pull.index(step) + 1, len(self._recipe.pull)
        logger.info("%s: %s (%d of %d), %s of %s parts",
                    self._recipe.name, step.name, number, steps, done, parts)  # fmt: skip
        if not self._task.request.called_directly:
            meta = {
                "recipe": self._recipe.name,
                "into": self._into,
                "pull": step.name,
                "step": number,
                "steps": steps,
                "done": done,
                "parts": parts,
                "rows": self.rows,
                "requests": self.requests,
            }
            self._task.update_state(state=PROGRESS, meta=meta)

    def ended(self, pulled: Pulled) -> None:
        """Tell that a pull came to its end."""
        self._pulled.append(pulled)
        logger.info("%s: %s", self._recipe.name, pulled)

    def result(self) -> dict[str, Any]:
        """The whole, as JSON values."""
        return {
            "recipe": self._recipe.name,
            "into": self._into,
            "pulls": [str(pulled) for pulled in self._pulled],
            "rows": self.rows,
            "requests": self.requests,
            "transferred": sum(pulled.transferred for pulled in self._pulled),
            "tokens": sum(pulled.tokens for pulled in self._pulled),
            "errors": sum(len(pulled.errors) for pulled in self._pulled),
        }
