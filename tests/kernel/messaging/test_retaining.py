from datetime import timedelta

from django.utils import timezone

from corridor.kernel.messaging.api import Message, State
from corridor.kernel.messaging.retaining import KEPT_DAYS, blank, due


def test_after_ninety_days_address_and_text_go_and_the_line_stays(send) -> None:
    (old,) = send(email="a@example.org")
    (new,) = send(key="ferry-2", email="b@example.org")
    now = timezone.now()
    Message.objects.filter(pk=old.pk).update(
        created_at=now - timedelta(days=KEPT_DAYS + 1), state=State.SENT, sent_at=now
    )
    assert blank(due(now - timedelta(days=KEPT_DAYS))) == 1
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.address, old.text, old.template) == ("", "", "ferries/leaving")
    assert new.address == "b@example.org"


def test_what_has_not_gone_out_yet_is_kept_however_old(send) -> None:
    send(email="a@example.org")
    assert not due(timezone.now() + timedelta(days=1)).exists()
