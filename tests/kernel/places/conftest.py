"""The starter facts, for tests that look things up."""

from __future__ import annotations

import pytest

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places


@pytest.fixture
def starter(db: None) -> places.Loaded:
    """The facts that ship with Corridor, loaded."""
    return places.load(actor=COMMAND_LINE, name="starter")
