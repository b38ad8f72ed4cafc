from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from freezegun.api import FrozenDateTimeFactory
from tests.cast import Member
from tests.services.assessments.test_correct_result import counts  # noqa: F401

from corridor.kernel.accounts.api import RoleGrant
from corridor.kernel.actors.api import Refused
from corridor.kernel.messaging import api as messaging
from corridor.services.assessments import api as assessments


@pytest.fixture
def objected(counts: assessments.Result, amina: Member) -> assessments.Objection:  # noqa: F811
    return assessments.object_to_result(
        actor=amina.actor, result=counts, words="My weld was not bent."
    )


@pytest.fixture
def third(grace: Member) -> Member:
    """An officer who had no hand in the result."""
    RoleGrant.objects.create(user=grace.user, role="officer")
    return grace


def test_the_clock_of_the_answer_starts(objected: assessments.Objection, amina: Member) -> None:
    assert objected.reply_by == date(2027, 3, 24)
    with pytest.raises(assessments.ObjectionMade):
        assessments.object_to_result(actor=amina.actor, result=objected.result, words="Again")


def test_after_the_time_it_is_too_late(
    counts: assessments.Result,  # noqa: F811
    amina: Member,
    clock: FrozenDateTimeFactory,
) -> None:
    clock.tick(timedelta(days=15))
    with pytest.raises(assessments.ObjectionTooLate, match="24 March 2027"):
        assessments.object_to_result(actor=amina.actor, result=counts, words="Late")


def test_words_are_needed_and_only_ones_own(
    counts: assessments.Result,  # noqa: F811
    amina: Member,
    dawit: Member,
) -> None:
    with pytest.raises(assessments.ReasonMissing):
        assessments.object_to_result(actor=amina.actor, result=counts, words=" ")
    with pytest.raises(Refused):
        assessments.object_to_result(actor=dawit.actor, result=counts, words="Hers")


def test_somebody_else_answers_and_she_is_told(
    objected: assessments.Objection, bodil: Member, ivan: Member, third: Member
) -> None:
    for one in (bodil, ivan):
        with pytest.raises(assessments.SecondPersonNeeded):
            assessments.answer_objection(
                actor=one.actor, objection=objected, upheld=False, answer="No."
            )
    done = assessments.answer_objection(
        actor=third.actor, objection=objected, upheld=False, answer="It was bent; see the photo."
    )
    assert done.answered_at is not None
    mail = messaging.Message.objects.get(channel="email", subject__startswith="Answer")
    assert "It was bent; see the photo." in mail.text
    with pytest.raises(assessments.ObjectionAnswered):
        assessments.answer_objection(
            actor=third.actor, objection=objected, upheld=True, answer="Well"
        )


def test_an_answer_has_words(objected: assessments.Objection, third: Member) -> None:
    with pytest.raises(assessments.ReasonMissing):
        assessments.answer_objection(actor=third.actor, objection=objected, upheld=True, answer="")
    objected.upheld = True
    with pytest.raises(IntegrityError):
        objected.save()
