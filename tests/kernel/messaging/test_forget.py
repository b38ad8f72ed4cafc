"""What was written to somebody who is erased is forgotten."""

import pytest

from corridor.kernel.messaging import api as messaging
from corridor.kernel.messaging.models import Message, State

pytestmark = pytest.mark.django_db


def write(key: str, **to) -> Message:
    return messaging.send(
        to=messaging.Recipient(**to),
        template="accounts/changed",
        context={"what": "password_changed"},
        key=key,
    )[0]


def test_hers_are_blanked_and_wait_no_longer_others_stay() -> None:
    hers = write("one", email="amina@example.org", user_id=7)
    texted = write("two", phone="+9779801234567")
    other = write("three", email="dawit@example.org", user_id=8)
    messaging.forget(user_id=7, addresses=["+9779801234567", ""])
    for message in (hers, texted, other):
        message.refresh_from_db()
    assert (hers.address, hers.text, hers.state) == ("", "", State.FAILED)
    assert (texted.address, texted.text) == ("", "")
    assert other.text
    assert other.state == State.WAITING
