"""A withdrawn version is in force no longer, and still answers as it did."""

from __future__ import annotations

from datetime import date

import pytest
from tests.cast import Member

from corridor.kernel.actors.api import ANONYMOUS, Refused
from corridor.services.rules import api as rules

DAY = date(2024, 6, 1)


def test_the_one_before_is_in_force_again(
    proposed: rules.TableVersion, bodil: Member, ivan: Member
) -> None:
    with pytest.raises(rules.NotPublished):
        rules.withdraw_version(actor=bodil.actor, version=proposed, reason="Wrong")
    rules.publish_version(actor=ivan.actor, version=proposed)
    rules.withdraw_version(actor=bodil.actor, version=proposed, reason="The budget fell.")
    now = rules.version_called(ANONYMOUS, "lka-registration")
    assert now.number == 1
    old = rules.version_called(ANONYMOUS, "lka-registration", digest=proposed.digest)
    assert (old.status, old.reason) == ("withdrawn", "The budget fell.")
    found = rules.ask(old, {"base": "LKR 18200"}, in_force=DAY, known=DAY)
    assert found.outcome == {"exact": "LKR 22400.00", "payable": "LKR 22400.00"}


def test_a_table_may_be_left_with_nothing(fee: rules.TableVersion, bodil: Member) -> None:
    with pytest.raises(rules.ReasonNeeded):
        rules.withdraw_version(actor=bodil.actor, version=fee, reason="")
    rules.withdraw_version(actor=bodil.actor, version=fee, reason="Repealed")
    assert not rules.tables(rules.Wanted(country="LKA")).exists()
    with pytest.raises(Refused):
        rules.version_called(ANONYMOUS, "lka-registration")


def test_a_worker_withdraws_nothing(fee: rules.TableVersion, amina: Member) -> None:
    with pytest.raises(Refused):
        rules.withdraw_version(actor=amina.actor, version=fee, reason="Too dear")
