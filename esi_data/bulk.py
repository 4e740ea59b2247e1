"""Pulls for hours: into a folder of Parquet files, and on from where they stopped.

Each part (a file's worth of calls) is fetched, written and then named by the manifest; whatever
ends the process in between, the next call of the same pull finds what is done and does the rest.
`esi_data.partitions` says what is a part, `manifest` and `folder` how it stays true, `modes` what a
repeated pull makes of what is there, `dataset` reads it.
"""

from __future__ import annotations

import io
import logging
import platform
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from esi.core.future import answer_schema
from esi.core.work import Work
from esi.errors import ParameterError
from esi_data import calls, manifest, modes, partitions
from esi_data.about import as_json
from esi_data.asking import Asked, ask, needs_known
from esi_data.dataset import frame_of_files
from esi_data.folder import Folder
from esi_data.frames import plan_of
from esi_data.lending import TokenEndedError
from esi_data.manifest import Cost, Manifest, Part, Question, Run, Snapshot
from esi_data.plans import warn_of_calls
from esi_data.progress import Bar
from esi_data.tables import write_parquet
from esi_data.wording import count_of, size

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from esi_data.cluster import Workers
    from esi_data.partitions import Wanted
    from esi_data.progress import Progress
    from esi_data.pulls import Layout, OnError

logger = logging.getLogger("esi_data")

# Parts under way at once, or as many as have a call for each request that may be: while one is
# written, others are fetched. Each is in memory.
_AHEAD = 4
# Files of a part that is added to, before they are put together.
_MOST_FILES = 16
# Never kept: it opens accounts.
_SECRET = ("token",)


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


def pull_to(
    path: str | os.PathLike[str],
    operation: Any,
    *,
    mode: str | None = None,
    key: Sequence[str] | None = None,
    history: bool = False,
    folders: Sequence[str] | None = None,
    languages: Sequence[str] | None = None,
    layout: Layout = "wide",
    on_error: OnError = "raise",
    explode: str | None = None,
    progress: Progress = None,
    clock: Callable[[], float] | None = None,
    workers: Workers | None = None,
    **params: Any,
) -> Pulled:
    """Pull into a folder of Parquet files; `read` gives it back as one frame.

    The same call again goes on where one was stopped (killed, disk full, network gone), and after
    one that came to its end it brings the dataset up to date: what did not change is neither
    transferred nor written. Another list of values for a fan-out parameter is the same dataset;
    another parameter or mode is not.

    Args:
        path: a folder of its own.
        operation: what is called.
        mode: `snapshot`, `append` or `upsert`; None is what suits the operation, see
            `esi_data.modes`.
        key: columns that tell the rows of one call apart, where the mode needs them.
        history: keep every finished snapshot, in a folder `snapshot=...` of its own (of `append`
            and `upsert`: never put files together), so that `read(as_of=...)` can go back.
        folders: parameters whose values are to be folders of a new dataset; by default those of
            which there are not too many.
        languages: codes, for a localised frame as of `frame_localized`.
        layout: `wide` or `long`, where there are languages.
        on_error: as of `pull`; a call that failed is in the manifest and is asked again by the next
            run.
        explode: a list column whose elements become the rows.
        progress: show a bar; None shows one on a terminal only; a function is told each
            `Step`.
        clock: what time it is; the engine's where None.
        workers: a cluster that asks in this process's stead, see `esi_data.cluster`.
        params: as of `pull`.

    Raises:
        DatasetError: the folder holds another pull, or somebody else's files.
        DatasetBusyError: another process writes to it.
        ParameterError, ValueError: the call is wrong; before the first request.
        OSError: the disk is full or not to be written; what was done stays.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as of `pull`; what was
            done stays.
    """
    fan_out = partitions.fan_out_of(operation, params)
    constants = {name: value for name, value in params.items() if name not in fan_out}
    first = calls.calls_of(operation, constants | {n: v[:1] for n, v in fan_out.items()})[0].future
    rule = modes.rule_of(first.operation.operation_id, first.operation.op_spec, mode, key)
    question = Question(
        operation=first.operation.operation_id,
        parameters=as_json({k: v for k, v in constants.items() if k not in _SECRET}),
        fan_out=list(fan_out),
        mode=rule.mode,
        key=list(rule.key),
        history=history,
        languages=list(languages) if languages is not None else None,
        layout=layout,
        explode=explode,
    )
    for name, values in fan_out.items():
        if not values:
            raise ParameterError(
                f"{question.operation}: {name} is an empty list, so there is nothing to ask.",
                operation=question.operation,
                parameter=name,
            )
    columns = [column.name for column in plan_of(answer_schema(first.operation), explode).columns]
    spoken = 1
    if languages and calls.is_localised(first.operation):
        spoken = len({first.future.client.language(code) for code in languages})
    elif columns:  # of a localised answer there are others: then what comes tells
        modes.check_key(rule.key, [*fan_out, *columns])
    folder = Folder(path)
    now = clock or first.engine.clock
    date = first.future.request.headers.get("X-Compatibility-Date", "")
    with folder.locked():
        held = folder.manifest()
        if held is None:
            folder.refuse_strangers()
            divided = partitions.partitioning_of(operation, fan_out, columns, folders)
            held = Manifest(question, divided)
        manifest.same_question(held.question, question, folder.path)
        writer = _Writer(folder, held, now, fan_out, date)
        warn_of_calls(first, spoken * sum(part.calls for part in writer.left))
        with Bar(question.operation, progress, writer.total, "part") as bar:
            for _ in range(writer.resumed):
                bar.step()

            def bring(wanted: Wanted) -> Asked:
                return ask(
                    operation,
                    constants,
                    wanted.fan_out,
                    question,
                    on_error=on_error,
                    state=writer.state(wanted),
                    known=lambda: writer.known(wanted),
                )

            def give(wanted: Wanted) -> Future[Asked]:
                assert workers is not None
                back = needs_known(operation, constants, question)
                return workers.submit(
                    question,
                    constants,
                    wanted.fan_out,
                    on_error=on_error,
                    state=writer.state(wanted),
                    known=writer.known(wanted) if back else None,
                )

            if workers is not None:
                _drive(writer, give, lambda under_way: len(under_way) < workers.ahead, bar)
            else:
                work, slots = Work(), first.engine.slots.limit

                def has_room(under_way: Collection[Wanted]) -> bool:
                    return len(under_way) < _AHEAD or sum(p.calls for p in under_way) < slots

                most = max(slots, _AHEAD)
                with ThreadPoolExecutor(most, thread_name_prefix="esi-bulk") as pool:
                    try:
                        _drive(
                            writer,
                            lambda part: pool.submit(work.run, bring, part),
                            has_room,
                            bar,
                        )
                    except Exception:
                        raise
                    except BaseException:  # ctrl-C, a time limit: nobody waits for the API on
                        work.give_up()
                        pool.shutdown(wait=False, cancel_futures=True)
                        raise
        return writer.finish()


def _drive(
    writer: _Writer,
    submit: Callable[[Wanted], Future[Asked]],
    has_room: Callable[[Collection[Wanted]], bool],
    bar: Bar,
) -> None:
    """Have the parts that are left fetched, as many at once as there is room for; write each.

    After an error what is under way is still brought to its end and written. A part that outlasted
    the token that was lent for it is given out again.
    """
    left = deque(writer.left)
    failure: Exception | None = None
    under_way: dict[Future[Asked], Wanted] = {}
    try:
        while True:
            while failure is None and left and has_room(under_way.values()):
                part = left.popleft()
                try:
                    under_way[submit(part)] = part
                except Exception as exc:  # noqa: BLE001 - raised when all are home
                    failure = exc
            if not under_way:
                break
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                part = under_way.pop(future)
                try:
                    writer.keep(part, future.result())
                    bar.step()
                except Exception as exc:  # noqa: BLE001 - raised when all are home
                    if isinstance(exc, TokenEndedError) and not exc.by_clock:
                        left.appendleft(part)
                    else:
                        failure = failure or exc
    except BaseException as exc:  # ctrl-C, or the scheduler is gone
        for future in under_way:
            future.cancel()
        if isinstance(exc, Exception):
            exc.add_note(writer.so_far)
        else:
            logger.warning("Stopped. %s", writer.so_far)
        raise
    if failure:
        failure.add_note(writer.so_far)
        raise failure


class _Writer:
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
        wanted = partitions.parts_of(held.partitioning, fan_out)
        self._run = self._begun(wanted, as_json(dict(fan_out)), date)
        folder.keep(held)
        folder.sweep(held)
        self.total = len(wanted)
        self._order = [part.name for part in wanted]
        self.left = [part for part in wanted if not self._is_done(part)]
        self.resumed = self.total - len(self.left)

    @property
    def done(self) -> int:
        """Parts that are done."""
        return len(self._run.parts)

    @property
    def so_far(self) -> str:
        """What is done when the run is stopped, and how it goes on."""
        return (
            f"{self.done} of {self.total} parts are in {self.folder.path}, complete; the same call "
            "again goes on from there."
        )

    def state(self, wanted: Wanted) -> dict[str, str]:
        """Where the walks of a part's calls go on."""
        before = self._before(wanted)
        return before.state if before else {}

    def known(self, wanted: Wanted) -> pd.DataFrame | None:
        """The rows of a part that the dataset has."""
        before = self._before(wanted)
        if before is None or not before.files:
            return None
        return frame_of_files(self.folder.path, self._held, before)

    def keep(self, wanted: Wanted, came: Asked) -> None:
        """Write what came of a part, and name it in the manifest."""
        question, before = self._held.question, self._before(wanted)
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
            state=came.state,
            errors=came.errors,
        )
        try:
            self.folder.keep(self._held)
        except OSError:
            del self._run.parts[wanted.name]  # not named, so not done
            raise
        self._cost += came.cost

    def finish(self) -> Pulled:
        """End the run: what it made is now what the dataset holds."""
        held, run = self._held, self._run
        run.finished = self._now()
        if held.question.mode != "snapshot" and held.latest:
            run.parts = manifest.overlaid(held.latest.parts, run.parts)
        order = dict.fromkeys([*self._order, *run.parts])
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

    def _begun(self, wanted: list[Wanted], fan_out: dict[str, list[Any]], date: str) -> Run:
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
        run.fan_out, run.wanted = fan_out, len(wanted)
        asked = {part.name: part.asked for part in wanted}
        stays = {n: p for n, p in run.parts.items() if asked.get(n) == p.asked}
        if held.question.mode != "snapshot" and len(stays) < len(run.parts):
            # Rows once added stay, whatever is asked for now.
            latest = held.latest or Run(
                run.id, run.started, {}, 0, date, run.versions, finished=run.started
            )
            latest.parts = manifest.overlaid(latest.parts, run.parts)
            held.latest = latest
        run.parts = stays
        return run

    def _is_done(self, wanted: Wanted) -> bool:
        return wanted.name in self._run.parts

    def _before(self, wanted: Wanted) -> Part | None:
        latest = self._held.latest
        return latest.parts.get(wanted.name) if latest else None

    def _replaced(
        self, wanted: Wanted, came: Asked, before: Part | None
    ) -> tuple[list[manifest.File], int]:
        """The one file of a part; the one before, where it says the same."""
        frame = self._inside(came.frame)
        data = _parquet(frame)
        history = self._held.question.history
        if before and before.files and not history and manifest.same(before.files[0], data):
            return before.files, before.rows
        return [self._written(wanted, data, len(frame))], len(frame)

    def _added(
        self, wanted: Wanted, came: Asked, before: Part | None
    ) -> tuple[list[manifest.File], int]:
        """The files of a part, with one more where there is news."""
        question = self._held.question
        had = self.known(wanted) if before else None
        key = list(dict.fromkeys([*question.fan_out, *question.key]))
        new = modes.news(had, came.frame, question.mode, key)
        files = list(before.files) if before else []
        if not len(new) and files:
            return files, before.rows if before else 0
        whole = modes.merged([had, new] if had is not None else [new], key)
        if len(files) >= _MOST_FILES and not question.history:
            files, new = [], whole
        data = _parquet(self._inside(new))
        return [*files, self._written(wanted, data, len(new))], len(whole)

    def _inside(self, frame: pd.DataFrame) -> pd.DataFrame:
        """What of a part's frame stands in its file; its folder's name has the rest."""
        frame = frame.drop(columns=list(self._held.partitioning.columns))
        frame.attrs["esi"] = {"operation": self._held.question.operation}
        return frame

    def _written(self, wanted: Wanted, data: bytes, rows: int) -> manifest.File:
        name = partitions.file_of(self._held.question, self._run.id, wanted)
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
