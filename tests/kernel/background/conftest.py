from collections.abc import Callable, Iterator
from typing import Any

import pytest

from corridor.kernel.background import registry


@pytest.fixture
def kinds() -> Iterator[Callable[..., None]]:
    """Declare jobs for one test only."""
    kinds, periods = dict(registry._kinds), dict(registry._periods)

    def declare(name: str, function: Callable[..., Any], **more: Any) -> None:
        registry.job(name, **more)(function)

    yield declare
    registry._kinds.clear()
    registry._kinds.update(kinds)
    registry._periods.clear()
    registry._periods.update(periods)
