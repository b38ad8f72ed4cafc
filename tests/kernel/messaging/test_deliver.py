import smtplib

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from corridor.kernel.messaging.acts.deliver import ATTEMPTS_MAX, deliver
from corridor.kernel.messaging.api import State


def test_a_letter_reaches_the_mail_server_with_a_stable_id(send) -> None:
    (message,) = send(email="a@example.org", language="ar")
    deliver(None, message_id=message.pk)
    message.refresh_from_db()
    assert message.state == State.SENT
    assert mail.outbox[0].to == ["a@example.org"]
    assert mail.outbox[0].extra_headers["Message-ID"] == message.reference
    assert mail.outbox[0].extra_headers["Content-Language"] == "ar"


def test_an_sms_reaches_its_carrier_once(send, sms) -> None:
    (message,) = send(phone="+251911000000")
    deliver(None, message_id=message.pk)
    deliver(None, message_id=message.pk)
    assert [line["to"] for line in sms()] == ["+251911000000"]
    assert sms()[0]["text"] == "Aurora & Co leaves at 08:15"


def test_a_message_in_corridor_is_there_without_a_carrier(send) -> None:
    _email, app = send(email="a@example.org", user_id=7)
    deliver(None, message_id=app.pk)
    app.refresh_from_db()
    assert (app.state, len(mail.outbox)) == (State.SENT, 0)


def fail_with(monkeypatch, fault: Exception) -> None:
    def broken(_: EmailMessage) -> int:
        raise fault

    monkeypatch.setattr(EmailMessage, "send", broken)


def test_a_fault_is_tried_again_and_the_queue_never_sees_the_address(send, monkeypatch) -> None:
    (message,) = send(email="amina@example.org")
    fail_with(monkeypatch, ConnectionRefusedError("amina@example.org: refused"))
    with pytest.raises(RuntimeError) as fault:
        deliver(None, message_id=message.pk)
    message.refresh_from_db()
    assert "amina" not in str(fault.value)
    assert (message.state, message.attempts) == (State.WAITING, 1)
    assert message.error == "ConnectionRefusedError"


def test_after_the_last_try_it_is_said_to_have_failed(send, monkeypatch) -> None:
    (message,) = send(email="a@example.org")
    fail_with(monkeypatch, TimeoutError())
    for _ in range(ATTEMPTS_MAX):
        with pytest.raises(RuntimeError):
            deliver(None, message_id=message.pk)
    message.refresh_from_db()
    assert message.state == State.FAILED


def test_an_address_that_does_not_exist_is_not_tried_again(send, monkeypatch) -> None:
    (message,) = send(email="nobody@example.org")
    refusal = smtplib.SMTPRecipientsRefused({"nobody@example.org": (550, b"no such user")})
    fail_with(monkeypatch, refusal)
    assert deliver(None, message_id=message.pk) == {"state": State.FAILED}
    message.refresh_from_db()
    assert message.error == "the mail server refused the address (550)"
