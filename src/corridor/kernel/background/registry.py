"""Which functions are jobs, and which of them come round by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

JobFunction = Callable[..., dict[str, Any] | None]


@dataclass(frozen=True, kw_only=True)
class JobKind:
    name: str
    function: JobFunction
    attempts: int


_kinds: dict[str, JobKind] = {}
_periods: dict[str, timedelta] = {}


def job(name: str, *, attempts: int = 3) -> Callable[[JobFunction], JobFunction]:
    """Make a function the job `app.verb`; it is called with a Work and the job's arguments.

    It returns None or a small JSON result. It may be run again after a death half-way, so it must
    be safe to run twice. Declare it in a module that the app's `ready()` imports.
    """

    def register(function: JobFunction) -> JobFunction:
        _kinds[name] = JobKind(name=name, function=function, attempts=attempts)
        return function

    return register


def every(*, hours: float) -> Callable[[JobFunction], JobFunction]:
    """Above @job: ask for the job, without arguments, each time so many hours have gone by."""

    def register(function: JobFunction) -> JobFunction:
        name = next(kind.name for kind in _kinds.values() if kind.function is function)
        _periods[name] = timedelta(hours=hours)
        return function

    return register


def kind_called(name: str) -> JobKind:
    if name not in _kinds:
        raise LookupError(f"No job is called {name!r}; declare it with @background.job().")
    return _kinds[name]


def kinds() -> list[JobKind]:
    """All that was declared, by name."""
    return [_kinds[name] for name in sorted(_kinds)]


def periods() -> dict[str, timedelta]:
    return dict(_periods)
