"""Counts by group; nobody can be told apart."""

from __future__ import annotations

from tests.cast import Member
from tests.services.assessments.test_correct_result import counts  # noqa: F401

from corridor.kernel.people import api as people
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
