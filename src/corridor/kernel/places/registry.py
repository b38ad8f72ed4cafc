"""Loaders by name: any app may add one for `corridor load <name> <path>`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from django_stubs_ext import StrOrPromise

from corridor.kernel.places.errors import UnknownDataSet

Progress = Callable[[str, int], None]


def in_silence(_step: str, _done: int) -> None:
    """For those who do not watch."""


@dataclass(kw_only=True)
class Loaded:
    """What a loader did. `counts` by kind; `published` what the publisher counts; both are shown.

    `notes` are sentences on what was read but left out; `changed` is False when the same files
    had been loaded before.
    """

    version: str
    sha256: str
    counts: dict[str, int] = field(default_factory=dict)
    published: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    changed: bool = True


class Load(Protocol):
    """Reads and checks the files; then writes, within the transaction `load` has opened."""

    def __call__(self, path: Path | None, progress: Progress) -> Prepared: ...


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """Files read and found sound: `write` puts them into the database and gives the counts."""

    version: str
    sha256: str
    write: Callable[[Progress], dict[str, int]]
    published: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Loader:
    """A data set that can be loaded, with the words its publisher asks to be shown."""

    name: str
    title: StrOrPromise
    source: str
    licence: str
    attribution: str
    prepare: Load
    needs_path: bool = True


_loaders: dict[str, Loader] = {}


def loader(
    name: str,
    *,
    title: StrOrPromise,
    source: str,
    licence: str,
    attribution: str,
    needs_path: bool = True,
) -> Callable[[Load], Load]:
    """Register the function below it: it checks files and gives a Prepared.

    Call it from a module that the app's `ready()` imports.
    """

    def register(prepare: Load) -> Load:
        _loaders[name] = Loader(
            name=name,
            title=title,
            source=source,
            licence=licence,
            attribution=attribution,
            prepare=prepare,
            needs_path=needs_path,
        )
        return prepare

    return register


def loader_called(name: str) -> Loader:
    """The loader of that name; raises UnknownDataSet."""
    if name not in _loaders:
        raise UnknownDataSet(name=name, known=", ".join(sorted(_loaders)))
    return _loaders[name]


def loaders() -> list[Loader]:
    """All loaders, in the order they were registered."""
    return list(_loaders.values())
