"""Whoever proposed a version takes it back, and nobody else does."""

from __future__ import annotations

import pytest
from tests.cast import Member

from corridor.kernel.actors.api import Refused
from corridor.services.rules import api as rules


def test_its_author_takes_it_back(
    proposed: rules.TableVersion, bodil: Member, ivan: Member
) -> None:
    with pytest.raises(Refused):
        rules.take_back(actor=ivan.actor, version=proposed)
    assert rules.take_back(actor=bodil.actor, version=proposed).status == "taken_back"
    assert rules.RuleTable.objects.get(code="lka-registration").current.number == 1
