"""Load a data set: checked whole before anything changes, then written in one transaction."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.places.errors import NothingToLoad
from corridor.kernel.places.models import DataSet
from corridor.kernel.places.registry import (
    Loaded,
    Loader,
    Prepared,
    Progress,
    in_silence,
    loader_called,
)
from corridor.kernel.record import api as record


def load(
    *, actor: Actor, name: str, path: Path | None = None, progress: Progress = in_silence
) -> Loaded:
    """Load the data set `name` from `path` (a folder or file), or from what ships with Corridor.

    Raises UnknownDataSet, NothingToLoad, or LoadRefused with every fault by file, row and column.
    The same files twice change nothing; a new version takes the place of the one before, which
    stays in the history.
    """
    may(actor, "places.load")
    loader = loader_called(name)
    if loader.needs_path and (path is None or not path.exists()):
        raise NothingToLoad(name=name, path=str(path))
    prepared = loader.prepare(path, progress)
    with transaction.atomic():
        before = DataSet.objects.filter(name=name, is_current=True).first()
        if before is not None and before.sha256 == prepared.sha256:
            return told(prepared, before.counts, changed=False)
        counts = prepared.write(progress)
        data_set = replaced(loader, prepared, counts)
        record.note(
            actor,
            "places.loaded",
            data_set,
            name=name,
            version=prepared.version,
            sha256=prepared.sha256,
        )
    return told(prepared, counts, changed=True)


def replaced(loader: Loader, prepared: Prepared, counts: dict[str, int]) -> DataSet:
    """The new current version; the one before becomes history."""
    DataSet.objects.filter(name=loader.name, is_current=True).update(is_current=False)
    return DataSet.objects.create(
        name=loader.name,
        version=prepared.version,
        loaded_at=timezone.now(),
        source=loader.source,
        licence=loader.licence,
        attribution=loader.attribution,
        sha256=prepared.sha256,
        counts=counts,
        notes=prepared.notes,
    )


def told(prepared: Prepared, counts: dict[str, int], *, changed: bool) -> Loaded:
    return Loaded(
        version=prepared.version,
        sha256=prepared.sha256,
        counts=counts,
        published=prepared.published,
        notes=prepared.notes,
        changed=changed,
    )
