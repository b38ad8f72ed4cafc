"""Tests and documents behind a published list: what the tests of matrices stand on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.test import TestCase
from django.utils import timezone

from corridor.kernel.accounts.api import User
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.assessments import api as assessments
from corridor.services.rounds import api as rounds
from corridor.services.rounds.inviting import subject
from corridor.services.rounds.matrix import Card, Row
from corridor.services.rounds.reads_steps import card_for

GOOD = {"safety": 9, "plan": 8, "weld": 16, "time": 7}
POOR = {"safety": 5, "plan": 8, "weld": 9, "time": 7}


def named(name: str) -> people.Person:
    return people.Person.objects.get(full_name=name)


def listed(of: rounds.Round, name: str, title: str = "Welder") -> rounds.Result:
    return rounds.Result.objects.select_related("round_vacancy__round").get(
        round_vacancy__round=of, round_vacancy__title=title, worker=named(name).reference
    )


def card(of: rounds.Round, name: str, title: str = "Welder") -> Card:
    return card_for(listed(of, name, title))


def row(of: rounds.Round, name: str, code: str, title: str = "Welder") -> Row:
    return next(one for one in card(of, name, title).rows if one.code == code)


def session_of(
    line: rounds.RoundVacancy, kind: str = "trade-welding", **changes: Any
) -> assessments.Session:
    """Held for the vacancy's list, tomorrow; its results count at once."""
    if not assessments.AssessmentKind.objects.exists():
        places.load(actor=COMMAND_LINE, name="starter-assessments")
    begins: datetime = timezone.now() + timedelta(days=1)
    slot = assessments.SlotDraft(starts_at=begins, ends_at=begins + timedelta(hours=3), places=9)
    draft = assessments.SessionDraft(
        kind=kind, title="Welding test", time_zone="UTC", place="Hall", slots=(slot,), **changes
    )
    session = assessments.open_session(actor=COMMAND_LINE, draft=draft)
    assessments.Session.objects.filter(pk=session.pk).update(about=subject(line), four_eyes=False)
    session.refresh_from_db()
    return session


def take_test(
    line: rounds.RoundVacancy, name: str, scores: dict[str, int], **changes: Any
) -> assessments.Result:
    """Somebody of the list came to a test, and the result counts."""
    session = session_of(line, **changes)
    slot = session.slots.get()
    candidate = assessments.Candidate.objects.create(
        session=session, person=named(name), slot=slot, state="present"
    )
    assessments.Slot.objects.filter(pk=slot.pk).update(places_taken=1)
    with TestCase.captureOnCommitCallbacks(execute=True):  # those who hear of it do
        return assessments.record_result(
            actor=COMMAND_LINE,
            candidate=candidate,
            scores=scores,
            reason="As the examiners agreed.",
        )


def claim_of(name: str, kind: str, code: str = "") -> people.Claim:
    found = people.Claim.objects.filter(person=named(name), kind=kind, counts=True)
    return found.filter(code=code).latest("pk") if code else found.latest("pk")


def decided(claim: people.Claim, decision: str, *, until: date | None = None) -> None:
    """An officer's word on a claim, as if by a document; the app hears of it."""
    officer, _made = User.objects.get_or_create(email="officer@example.org")
    claim.verifications.create(
        decision=decision, reason="Seen.", decided_by=officer, expires_on=until
    )
    yes = decision == "verified"
    claim.verified_at, claim.verified_until = (timezone.now(), until) if yes else (None, None)
    claim.save(update_fields=["verified_at", "verified_until"])
