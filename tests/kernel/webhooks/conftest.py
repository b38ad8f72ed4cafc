from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.kernel.webhooks.world import Receiver, listening


@pytest.fixture
def receiver(settings) -> Iterator[Receiver]:
    settings.WEBHOOKS_PRIVATE = True
    with listening() as found:
        yield found
