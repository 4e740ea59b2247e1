"""Write the parts of a bulk pull, and keep the manifest up to date.

The writer writes a part's file before the manifest or its journal names it, so both are correct at
any moment.
"""

from __future__ import annotations

import io
import logging
import platform
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec
import pandas as pd
import pyarrow as pa

from esi import __version__
from esi_data.datasets import partitioning, write_modes
from esi_data.datasets.fetch_part import PartTask, needs_known_rows
from esi_data.datasets.manifest import NAME, Cost, File, Manifest, Part, Run, run_file
from esi_data.datasets.read import frame_of_files
from esi_data.formatting import count_of, size
from esi_data.frames.parquet import write_parquet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from esi_data.datasets.fetch_part import PartResult
    from esi_data.datasets.folder import Folder
    from esi_data.datasets.partitioning import PartSpec
    from esi_data.datasets.pull_plan import PullPlan

logger = logging.getLogger("esi_data")

# Files of a part in `append` and `upsert` mode, before they are merged into one.
_MAX_FILES = 16


@dataclass(frozen=True)
class Pulled:
    """Result of a `pull_to` call.

    Attributes:
        path: folder of the dataset.
        operation: name of the operation.
        mode: `snapshot`, `append` or `upsert`.
        parts: parts of the whole run.
        resumed: parts that an earlier, interrupted call had finished.
        rows: rows of the whole run.
        requests: requests of this call.
        transferred: bytes that this call received.
        tokens: rate-limit tokens that this call spent.
        consistent: the pages of each call come from one snapshot.
        errors: failed calls, with `on_error="collect"`.
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
        rest = f", {self.resumed} of them from an earlier run" if self.resumed else ""
        failed = f"; {count_of(len(self.errors), 'call')} failed, see the manifest"
        torn = "; some pages come from different snapshots"
        return (
            f"{count_of(self.rows, 'row')} in {self.path} ({self.mode}): "
            f"{count_of(self.parts, 'part')}{rest}; {count_of(self.requests, 'request')}, "
            f"{size(self.transferred)}, {count_of(self.tokens, 'token')}"
            f"{failed if self.errors else ''}{'' if self.consistent else torn}"
        )


class Writer:
    """Run in progress: writes its parts and names them in the manifest.

    The caller holds the folder's lock. A DatasetError names another dataset, or a damaged file.
    """

    def __init__(self, folder: Folder, plan: PullPlan, clock: Callable[[], float]) -> None:
        self._folder = folder
        self._plan = plan
        self._clock = clock
        self._costs: list[Cost] = []
        self._manifest = self._open_manifest()
        self._parts = partitioning.parts_of(self._manifest.partitioning, plan.fan_out)
        self._run = self._open_run()
        self._manifest.journal = f"_parts-{secrets.token_hex(6)}.jsonl"
        folder.write(self._manifest.journal, b"")
        folder.write_json(NAME, self._manifest)
        folder.sweep(self._manifest)
        self.total = len(self._parts)
        self.pending = [part for part in self._parts if not self._is_done(part)]
        self.resumed = self.total - len(self.pending)

    @property
    def status(self) -> str:
        """Message for an interrupted run: the progress so far and how to resume.

        Read the journal, because Ctrl+C may arrive between writing a part's line and counting it.
        """
        self._run.parts |= self._folder.journaled(self._manifest.journal)
        done = sum(map(self._is_done, self._parts))
        return (
            f"{done} of {self.total} parts in {self._folder.path} are complete; run the same call "
            "again to resume."
        )

    def task(self, part: PartSpec) -> PartTask:
        """Return what a worker needs to fetch a part."""
        plan, before = self._plan, self._before(part)
        state = before.state if before else {}
        needed = needs_known_rows(plan.first.operation, plan.constants, plan.spec)
        known = self._known_rows(before) if needed else None
        return PartTask(plan.spec, plan.constants, part.fan_out, plan.on_error, state, known)

    def write(self, part: PartSpec, result: PartResult) -> None:
        """Write a part's rows, and name its file in the journal."""
        before = self._before(part)
        store = self._replace if self._manifest.spec.mode == "snapshot" else self._add
        files, rows = store(part, result.frame, before)
        done = Part(
            partition=part.partition,
            request_digest=part.request_digest,
            rows=rows,
            files=files,
            consistent=result.consistent,
            cost=result.cost,
            fetched_at=self._now(),
            last_modified=result.last_modified,
            state={**(before.state if before else {}), **result.state},
            errors=result.errors,
        )
        self._folder.add_to_journal(self._manifest.journal, part.name, done)
        self._run.parts[part.name] = done
        self._costs.append(result.cost)

    def finish(self) -> Pulled:
        """Make the run the dataset's latest one."""
        manifest, run = self._manifest, self._run
        run.finished = self._now()
        if manifest.spec.mode != "snapshot" and manifest.latest:
            run.parts = manifest.latest.parts | run.parts
        order = dict.fromkeys([*(part.name for part in self._parts), *run.parts])
        run.parts = {name: run.parts[name] for name in order}
        if manifest.spec.mode == "snapshot" and manifest.spec.history:
            self._folder.write_json(run_file(run.id), run)
            manifest.snapshots[run.id] = run.finished
        manifest.latest, manifest.run, manifest.journal = run, None, ""
        self._folder.write_json(NAME, manifest)
        self._folder.sweep(manifest)
        return Pulled(
            path=self._folder.path,
            operation=manifest.spec.operation,
            mode=manifest.spec.mode,
            parts=self.total,
            resumed=self.resumed,
            rows=sum(part.rows for part in run.parts.values()),
            requests=sum(cost.requests for cost in self._costs),
            transferred=sum(cost.transferred for cost in self._costs),
            tokens=sum(cost.tokens for cost in self._costs),
            consistent=all(part.consistent for part in run.parts.values()),
            errors=[error for part in run.parts.values() for error in part.errors],
        )

    def _open_manifest(self) -> Manifest:
        """Return the folder's manifest, or a new one if no part was ever finished."""
        plan, manifest = self._plan, self._folder.read_manifest()
        if manifest is None or manifest.is_empty:
            return Manifest(plan.spec, plan.partitioning, runs=manifest.runs if manifest else 0)
        partitioning.widen(manifest, plan.partitioning, plan.fan_out)
        manifest.check_spec(plan.spec, self._folder.path)
        return manifest

    def _open_run(self) -> Run:
        """Resume the interrupted run, or start a new one."""
        manifest, fan_out = self._manifest, dict(self._plan.fan_out)
        requested = {part.name: part.request_digest for part in self._parts}
        if manifest.run is None:
            manifest.runs += 1
            now = self._now()
            name = f"{now:%Y%m%dT%H%M%SZ}-{manifest.runs:04d}"
            versions = {"esi-toolkit": __version__, "python": platform.python_version()}
            versions |= {"pandas": pd.__version__, "pyarrow": pa.__version__}
            manifest.run = Run(name, now, fan_out, len(requested), versions)
            return manifest.run
        run = manifest.run
        logger.info("%s: resuming the run of %s", manifest.spec.operation, run.started)
        done = {
            name: part
            for name, part in run.parts.items()
            if requested.get(name) == part.request_digest and all(map(self._folder.has, part.files))
        }
        if manifest.spec.mode != "snapshot":  # rows once added stay, whatever is requested now
            again = {n: msgspec.structs.replace(p, request_digest="") for n, p in run.parts.items()}
            done = again | done
        run.fan_out, run.parts = fan_out, done
        run.total_parts = len({*requested, *done})
        return run

    def _is_done(self, part: PartSpec) -> bool:
        found = self._run.parts.get(part.name)
        return found is not None and found.request_digest == part.request_digest

    def _before(self, part: PartSpec) -> Part | None:
        """Return the part as the interrupted run or else the latest one left it."""
        latest = self._manifest.latest
        earlier = latest.parts.get(part.name) if latest else None
        return self._run.parts.get(part.name, earlier)

    def _known_rows(self, before: Part | None) -> pd.DataFrame | None:
        """Return the rows that the dataset has of a part."""
        if before is None or not before.files:
            return None
        return frame_of_files(self._folder, self._manifest, before)

    def _replace(
        self, part: PartSpec, frame: pd.DataFrame, before: Part | None
    ) -> tuple[list[File], int]:
        """Return the file of a part; the existing one if nothing has changed."""
        data = self._parquet(frame)
        if before and len(before.files) == 1 and not self._manifest.spec.history:
            (file,) = before.files
            same = file.sha256 == sha256(data).hexdigest() and _is_in(part.folder, file)
            if same and self._folder.has(file):
                return before.files, before.rows
        return [self._write_file(part, data, len(frame))], len(frame)

    def _add(
        self, part: PartSpec, frame: pd.DataFrame, before: Part | None
    ) -> tuple[list[File], int]:
        """Return the files of a part, with another one if there are new rows."""
        spec = self._manifest.spec
        known = self._known_rows(before)
        new = write_modes.new_rows(known, frame, spec.mode, spec.row_key)
        files = before.files if before else []
        moved = not spec.history and not all(_is_in(part.folder, file) for file in files)
        if before and files and not moved and not len(new):
            return files, before.rows
        merged = write_modes.merge([known, new] if known is not None else [new], spec.row_key)
        if moved or (len(files) >= _MAX_FILES and not spec.history):
            files, new = [], merged
        return [*files, self._write_file(part, self._parquet(new), len(new))], len(merged)

    def _parquet(self, frame: pd.DataFrame) -> bytes:
        """Return the content of a file, without the columns that its folder's name stands for."""
        rule = self._manifest.partitioning
        frame = frame.drop(columns=[name for name in rule.folders if name in rule.columns])
        frame.attrs["esi"] = {"operation": self._manifest.spec.operation}
        sink = io.BytesIO()
        write_parquet(frame, sink)
        return sink.getvalue()

    def _write_file(self, part: PartSpec, data: bytes, rows: int) -> File:
        """Write a part's file under a new name."""
        spec, run = self._manifest.spec, self._run.id
        snapshot = f"snapshot={run}" if spec.history and spec.mode == "snapshot" else ""
        name = f"{run}-{secrets.token_hex(6)}.parquet"
        path = "/".join(filter(None, [snapshot, part.folder, name]))
        self._folder.write(path, data)
        return File(path, rows, len(data), sha256(data).hexdigest(), self._now())

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC).replace(microsecond=0)


def _is_in(folder: str, file: File) -> bool:
    """Return True if a file is in its part's folder; a widened dataset has others, too."""
    return file.path.rpartition("/")[0] == folder
