import pytest
from tests.cast import Member

from corridor.kernel.actors.api import Refused
from corridor.kernel.messaging.api import Message, State, retry_message
from corridor.kernel.record.api import Entry


def failed(send) -> Message:
    (message,) = send(email="a@example.org")
    Message.objects.update(state=State.FAILED, attempts=6, error="TimeoutError")
    message.refresh_from_db()
    return message


def test_an_officer_sends_a_failed_message_again_and_the_record_says_so(send, bodil: Member):
    message = retry_message(actor=bodil.actor, message=failed(send))
    assert (message.state, message.attempts, message.error) == (State.WAITING, 0, "")
    assert Entry.objects.get(verb="messaging.retried").subject == f"messaging.Message:{message.pk}"


def test_a_slow_double_click_sends_it_again_once(send, bodil: Member) -> None:
    message = failed(send)
    retry_message(actor=bodil.actor, message=message)
    retry_message(actor=bodil.actor, message=message)
    assert Entry.objects.filter(verb="messaging.retried").count() == 1


def test_a_worker_may_not(send, amina: Member) -> None:
    with pytest.raises(Refused):
        retry_message(actor=amina.actor, message=failed(send))
