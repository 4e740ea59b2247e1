"""Pulls for hours: into a folder of Parquet files, and on from where they stopped.

Each part (a file's worth of calls) is fetched, written and then named by the manifest; whatever
ends the process in between, the next call of the same pull finds what is done and does the rest.
`esi_data.datasets.partitioning` says what is a part, `manifest` and `folder` how it stays true,
`write_modes` what a repeated pull makes of what is there, `writer` the run under way, `read` reads
it.
"""

from __future__ import annotations

import logging
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

from esi.core.cancellation import CancelScope
from esi.core.client.answer_schema import answer_schema
from esi_data.auth.delegated import TokenEndedError
from esi_data.datasets import manifest, partitioning, write_modes
from esi_data.datasets.fetch_part import PartResult, ask, needs_known
from esi_data.datasets.folder import Folder
from esi_data.datasets.manifest import DatasetSpec, Manifest
from esi_data.datasets.writer import Pulled, Writer
from esi_data.frames.build import plan_of
from esi_data.frames.metadata import as_json
from esi_data.operation import is_localised
from esi_data.progress import Bar
from esi_data.pulls import fan_out as calls
from esi_data.pulls import pull as pulling
from esi_data.pulls.cost import warn_of_calls

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Collection, Mapping, Sequence

    from esi.core.client.future import CachingHttpFuture
    from esi_data.datasets.cluster import Workers
    from esi_data.datasets.partitioning import PartSpec
    from esi_data.progress import Progress
    from esi_data.pulls.pull import Layout, OnError

__all__ = ["Pulled", "pull_to"]

logger = logging.getLogger("esi_data")

# Parts under way at once, or as many as have a call for each request that may be: while one is
# written, others are fetched. Each is in memory.
_AHEAD = 4
# Never kept: it opens accounts.
_SECRET = ("token",)


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
            `esi_data.datasets.write_modes`.
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
        workers: a cluster that asks in this process's stead, see `esi_data.datasets.cluster`.
        params: as of `pull`.

    Raises:
        DatasetError: the folder holds another pull, or somebody else's files.
        DatasetBusyError: another process writes to it.
        ParameterError, ValueError: the call is wrong; before the first request.
        OSError: the disk is full or not to be written; what was done stays.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as of `pull`; what was
            done stays.
    """
    pulling.check_choices(layout, on_error)
    key, folders, languages = map(_several, (key, folders, languages))
    fan_out = partitioning.fan_out_of(operation, params)
    constants = {name: value for name, value in params.items() if name not in fan_out}
    first = _checked(operation, constants, fan_out)
    rule = write_modes.rule_of(first.operation.operation_id, first.operation.op_spec, mode, key)
    question = DatasetSpec(
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
    columns = [column.name for column in plan_of(answer_schema(first.operation), explode).columns]
    spoken = 1
    if languages and is_localised(first.operation):
        spoken = len({first.future.client.language(code) for code in languages})
    elif columns:  # of a localised answer there are others: then what comes tells
        write_modes.check_key(rule.key, [*fan_out, *columns])
    folder = Folder(path)
    now = clock or first.engine.clock
    date = first.future.request.headers.get("X-Compatibility-Date", "")
    with folder.locked():
        held = folder.manifest()
        if held is None:
            folder.refuse_strangers()
            divided = partitioning.partitioning_of(operation, fan_out, columns, folders)
            held = Manifest(question, divided)
        manifest.same_question(held.question, question, folder.path)
        writer = Writer(folder, held, now, fan_out, date)
        warn_of_calls(first, spoken * sum(part.calls for part in writer.left))
        with Bar(question.operation, progress, writer.total, "part") as bar:
            for _ in range(writer.resumed):
                bar.step()

            def bring(wanted: PartSpec) -> PartResult:
                return ask(
                    operation,
                    constants,
                    wanted.fan_out,
                    question,
                    on_error=on_error,
                    state=writer.state(wanted),
                    known=lambda: writer.known(wanted),
                )

            def give(wanted: PartSpec) -> Future[PartResult]:
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
                work, slots = CancelScope(), first.engine.semaphore.limit

                def has_room(under_way: Collection[PartSpec]) -> bool:
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


def _several(names: Sequence[str] | None) -> Sequence[str] | None:
    """Names, where there may be one alone."""
    return [names] if isinstance(names, str) else names


def _checked(
    operation: Any, constants: Mapping[str, Any], fan_out: Mapping[str, list[Any]]
) -> CachingHttpFuture:
    """The first call of a pull; each value of its lists has been tried with the others' first.

    Raises:
        ParameterError: a list is empty, a parameter is unknown, missing or wrong.
    """
    firsts = {name: values[:1] for name, values in fan_out.items()}
    first = calls.calls_of(operation, {**constants, **firsts})[0].future
    for name, values in fan_out.items():
        others = {other: values[0] for other, values in fan_out.items()}
        for value in values[1:]:
            operation(**{**constants, **others, name: value})
    return first


def _drive(
    writer: Writer,
    submit: Callable[[PartSpec], Future[PartResult]],
    has_room: Callable[[Collection[PartSpec]], bool],
    bar: Bar,
) -> None:
    """Have the parts that are left fetched, as many at once as there is room for; write each.

    After an error what is under way is still brought to its end and written. A part that outlasted
    the token that was lent for it is given out again.
    """
    left = deque(writer.left)
    failure: Exception | None = None
    under_way: dict[Future[PartResult], PartSpec] = {}
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
