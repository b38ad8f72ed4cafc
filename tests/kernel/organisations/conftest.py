"""The code lists."""

from __future__ import annotations

import pytest

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places


@pytest.fixture
def starter(db: None) -> places.Loaded:
    """The countries that ship with Corridor."""
    return places.load(actor=COMMAND_LINE, name="starter")
