"""What an app offers the site."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from corridor.kernel.actors.api import ANONYMOUS
from corridor.kernel.offers import Area, Claim, Link


def test_a_link_is_shown_to_everybody_unless_it_says_otherwise() -> None:
    link = Link(area=Area.PUBLIC, page="site.home", name="Home")
    assert link.shown_to(ANONYMOUS)


def test_an_offer_does_not_change() -> None:
    claim = Claim(part="1a1.1", page="people.profile", act="people.add", doc="x.md", state="done")
    with pytest.raises(FrozenInstanceError):
        claim.part = "1a1.2"  # type: ignore[misc]
