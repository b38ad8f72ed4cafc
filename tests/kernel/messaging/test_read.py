from tests.cast import Member

from corridor.kernel.actors.api import ANONYMOUS
from corridor.kernel.messaging.api import mark_read, messages_of


def test_reading_ones_messages_marks_them_and_nobody_elses(send, amina: Member, dawit: Member):
    send(user_id=amina.user.pk)
    send(key="ferry-2", user_id=dawit.user.pk)
    assert mark_read(actor=amina.actor) == 1
    assert mark_read(actor=amina.actor) == 0
    assert messages_of(dawit.actor).filter(read_at__isnull=True).count() == 1


def test_a_visitor_has_no_messages(send) -> None:
    send(user_id=1)
    assert mark_read(actor=ANONYMOUS) == 0
    assert not messages_of(ANONYMOUS).exists()
