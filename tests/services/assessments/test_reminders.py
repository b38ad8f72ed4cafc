from __future__ import annotations

from datetime import timedelta

from freezegun.api import FrozenDateTimeFactory
from tests.services.assessments.world import DAY, book, crowd, invite

from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import reminders


def test_those_with_a_place_are_reminded_once(
    session: assessments.Session, her: people.Person, clock: FrozenDateTimeFactory
) -> None:
    candidate, invited = invite(session, her, crowd(1)[0])
    book(candidate)
    assert reminders.remind_due(now=DAY - timedelta(days=3)) == 0
    assert reminders.remind_due(now=DAY - timedelta(days=2)) == 1
    assert reminders.remind_due(now=DAY - timedelta(days=1)) == 0
    mail = messaging.Message.objects.get(channel="email", subject__startswith="Do not forget")
    assert mail.address == "amina@example.org"
    assert invited.reminded_at is None


def test_a_cancelled_session_reminds_nobody(
    session: assessments.Session, her: people.Person
) -> None:
    book(invite(session, her)[0])
    assessments.Session.objects.update(state="cancelled", cancelled_because="Snow")
    assert reminders.remind_due(now=DAY - timedelta(days=1)) == 0


def test_the_worker_knows_the_job(session: assessments.Session, clock: object) -> None:
    from corridor.kernel.background import registry

    assert registry.periods()["assessments.remind"] == timedelta(hours=1)
