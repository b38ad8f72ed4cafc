"""A second person sends a version back, and says why."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rules.conftest import amended

from corridor.services.rules import api as rules


def test_it_is_sent_back_with_a_reason_and_proposed_anew(
    proposed: rules.TableVersion, bodil: Member, ivan: Member
) -> None:
    with pytest.raises(rules.ReasonNeeded):
        rules.send_back(actor=ivan.actor, version=proposed, reason="")
    with pytest.raises(rules.SecondReaderNeeded):
        rules.send_back(actor=bodil.actor, version=proposed, reason="Not sure")
    done = rules.send_back(actor=ivan.actor, version=proposed, reason="The rate is 18 %.")
    assert (done.status, done.reason) == ("sent_back", "The rate is 18 %.")
    again = rules.propose_version(
        actor=bodil.actor, table=amended(proposed, "0.19"), note="As sent back"
    )
    assert again.number == 3
