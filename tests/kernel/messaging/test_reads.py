import pytest
from tests.cast import Member

from corridor.kernel.actors.api import Refused
from corridor.kernel.messaging.api import counts_by_state, outbox


def test_the_outbox_is_for_officers_and_shows_what_left_the_house(send, bodil: Member) -> None:
    send(email="a@example.org", user_id=1)
    send(key="ferry-2", phone="+251911000000")
    assert outbox(bodil.actor).count() == 2
    assert outbox(bodil.actor, channel="sms").count() == 1
    assert outbox(bodil.actor, state="failed").count() == 0
    assert outbox(bodil.actor, state="nonsense").count() == 2
    assert counts_by_state(bodil.actor) == {"waiting": 2}


def test_a_worker_does_not_see_the_outbox(amina: Member) -> None:
    with pytest.raises(Refused):
        outbox(amina.actor)
