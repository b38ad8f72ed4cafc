import pytest
from django.db import IntegrityError, transaction

from corridor.kernel.messaging import api as messaging


def test_a_message_is_written_in_the_recipients_language(send) -> None:
    (message,) = send(email="a@example.org", language="ar")
    assert message.text == "تغادر الساعة 08:15."
    assert message.state == messaging.State.WAITING


def test_asking_twice_sends_once(send) -> None:
    first = send(email="a@example.org", user_id=3)
    again = send(email="a@example.org", user_id=3)
    assert [message.pk for message in first] == [message.pk for message in again]
    assert messaging.Message.objects.count() == 2


def test_the_database_itself_refuses_the_same_key_twice(send) -> None:
    (message,) = send(email="a@example.org")
    message.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        message.save(force_insert=True)


def test_nobody_to_write_to_is_said_and_nothing_kept(send) -> None:
    with pytest.raises(messaging.NoAddress) as refusal:
        send()
    assert refusal.value.code == "messaging.no_address"
    assert not messaging.Message.objects.exists()


def test_an_sms_of_seven_parts_is_refused(db) -> None:
    with pytest.raises(messaging.TooLongForSms, match="at most 6"):
        messaging.send(
            to=messaging.Recipient(phone="+251911000000"),
            template="ferries/leaving",
            context={"name": "A", "hour": "8", "more": "ش" * 420},
            key="long",
        )
    assert not messaging.Message.objects.exists()


def test_when_the_callers_change_fails_nothing_goes_out(send) -> None:
    def change() -> None:
        with transaction.atomic():
            send(email="a@example.org")
            raise RuntimeError("the change failed")

    with pytest.raises(RuntimeError):
        change()
    assert not messaging.Message.objects.exists()
