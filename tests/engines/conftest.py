"""Engine tests run with the base dependencies alone; what an extra adds is skipped there."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is, nothing about the engine.
settings.register_profile("engines", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("engines")

# Module -> the extra of pyproject.toml, or the development set, that brings it.
EXTRAS = {
    "numba": "fast",
    "ortools": "optim",
    "pyspark": "spark",
    "django": "web",
    "duckdb": "web",
}


def missing_extra(error: BaseException) -> str:
    """The extra whose absence this error, or one within it, comes from."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        return EXTRAS.get(error.name.partition(".")[0], "")
    inner = getattr(error, "exceptions", ())
    return next((name for one in inner if (name := missing_extra(one))), "")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    try:
        return (yield)
    except Exception as error:
        if extra := missing_extra(error):
            pytest.skip(f"needs the extra {extra!r}")
        raise
