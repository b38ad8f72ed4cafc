"""Counts by group; nobody can be told apart."""

from __future__ import annotations

import pytest
from django.utils import timezone
from tests.cast import Member
from tests.services.assessments.test_correct_result import counts  # noqa: F401

from corridor.kernel.accounts.api import User
from corridor.kernel.people import api as people
from corridor.kernel.people.models import Consent
from corridor.services.assessments import api as assessments
from corridor.services.assessments import hearing, statistics


def rows(**groups: tuple[int, int]) -> list[tuple[str, bool]]:
    return [(name, n < passed) for name, (sat, passed) in groups.items() for n in range(sat)]


def test_groups_are_counted_the_largest_first() -> None:
    found = statistics.lines(rows(a=(10, 5), b=(20, 20)))
    assert [(one.name, one.sat, one.passed) for one in found] == [("b", 20, 20), ("a", 10, 5)]


def test_a_small_group_is_withheld_and_another_with_it() -> None:
    found = {one.name: one.sat for one in statistics.lines(rows(a=(30, 15), b=(4, 2), c=(9, 4)))}
    assert found == {"a": 30, "b": None, "c": None}


def test_two_small_groups_hide_each_other() -> None:
    found = {one.name: one.sat for one in statistics.lines(rows(a=(30, 15), b=(4, 2), c=(3, 1)))}
    assert found == {"a": 30, "b": None, "c": None}


def test_few_who_passed_or_failed_are_withheld() -> None:
    (few,) = statistics.lines(rows(a=(30, 2)))
    (nearly_all,) = statistics.lines(rows(a=(30, 29)))
    assert (few.sat, few.passed) == (30, None)
    assert nearly_all.passed is None
    assert statistics.lines([]) == ()


def test_a_kind_counts_what_counts(
    counts: assessments.Result,  # noqa: F811
    amina: Member,
    her: people.Person,
) -> None:
    assert statistics.of(counts.candidate.session.kind).whole.sat == 0  # she has not agreed
    people.give_consents(actor=amina.actor, person=her, purposes=[people.Purpose.STATISTICS])
    found = statistics.of(counts.candidate.session.kind)
    assert found.whole.sat is None
    assert [one.sat for one in found.by_sex] == [None]
    assert str(statistics.named("")) == "Not said"
    other = assessments.AssessmentKind.objects.get(code="eps-topik")
    assert statistics.of(other).whole.sat == 0


def test_erasing_somebody_takes_their_results_out_of_every_count(
    counts: assessments.Result,  # noqa: F811
    amina: Member,
    her: people.Person,
) -> None:
    people.give_consents(actor=amina.actor, person=her, purposes=[people.Purpose.STATISTICS])
    kind = counts.candidate.session.kind
    assert statistics.of(kind).whole.sat is None  # one, too few to tell
    people.erase_person(actor=amina.actor, person=her, confirmation=her.reference)
    hearing.forget(people.PersonErased(person_id=her.pk))
    assert statistics.of(kind).whole.sat == 0
    assert not assessments.Result.objects.exists()


@pytest.fixture
def marked(counts: assessments.Result) -> assessments.AssessmentKind:  # noqa: F811
    """Five more came, agreed to statistics, and were marked by two; the second one point lower."""
    session = counts.candidate.session
    slot = session.slots.get()
    examiners = [
        User.objects.create(email=f"examiner{n}@example.org", display_name="E") for n in range(2)
    ]
    for n in range(5):
        person = people.Person.objects.create(reference=f"P{n}", full_name=f"Person {n}")
        Consent.objects.create(
            person=person,
            purpose=people.Purpose.STATISTICS,
            wording_version="1",
            source="staff",
        )
        candidate = session.candidates.create(person=person, slot=slot, state="present")
        for which, examiner in enumerate(examiners):
            scores = {line.code: max(0, line.scale_max - n - which) for line in session.lines}
            candidate.markings.create(examiner=examiner, scores=scores, handed_in_at=timezone.now())
    return session.kind


def test_how_far_examiners_agree_is_said_of_five_or_more(
    marked: assessments.AssessmentKind, bodil: Member
) -> None:
    found = statistics.of(marked).agreement
    assert found is not None
    assert (found.candidates, found.examiners) == (5, 2)
    assert 0.5 < found.single < found.mean < 1
    page = bodil.client.get(f"/desk/assessments/kinds/{marked.code}/").content.decode()
    assert "The mean of all" in page
    assert "with 95% confidence" in page
    people.Person.objects.get(reference="P0").consents.all().delete()
    assert statistics.of(marked).agreement is None
    page = bodil.client.get(f"/desk/assessments/kinds/{marked.code}/").content.decode()
    assert "Said once five people were marked" in page


def test_marks_not_handed_in_do_not_count(marked: assessments.AssessmentKind) -> None:
    assessments.Marking.objects.filter(candidate__person__reference="P1").update(handed_in_at=None)
    assert statistics.of(marked).agreement is None
