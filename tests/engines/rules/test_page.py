"""The figures that docs/engines/rules.md tells are the engine's."""

from __future__ import annotations

import re
from pathlib import Path

from corridor.engines.rules.expressions import FUNCTIONS

PAGE = Path(__file__).parents[3] / "docs" / "engines" / "rules.md"


def test_every_operation_is_on_the_page():
    text = PAGE.read_text(encoding="utf-8").partition("## What law computes")[2]
    said = set(re.findall(r"`([a-z_]+)[(`]", text.partition("Numbers are exact")[0]))
    assert set(FUNCTIONS) | {"round"} <= said
