"""Erased and merged people."""

from __future__ import annotations

from tests.services.assessments.test_correct_result import counts  # noqa: F401
from tests.services.assessments.world import book, crowd, invite, state_of

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import hearing


def test_the_place_of_an_erased_person_goes_to_who_waits(
    session: assessments.Session, her: people.Person
) -> None:
    first, second, third = invite(session, her, *crowd(2))
    book(first)
    book(second)
    assessments.join_waiting_list(actor=COMMAND_LINE, candidate=third)
    assessments.decline(actor=COMMAND_LINE, candidate=second)
    fourth = invite(session, crowd(1)[0])[0]
    assessments.join_waiting_list(actor=COMMAND_LINE, candidate=fourth)
    hearing.forget(people.PersonErased(person_id=her.pk))
    assert not session.candidates.filter(person=her).exists()
    assert state_of(fourth) == "booked"
    assert session.slots.get().places_taken == 2


def test_with_an_erased_person_go_marks_and_results(
    counts: assessments.Result,  # noqa: F811
    her: people.Person,
) -> None:
    people.erase_person(
        actor=COMMAND_LINE, person=her, confirmation=her.reference, request_number="7"
    )
    hearing.forget(people.PersonErased(person_id=her.pk))
    assert not assessments.Result.objects.exists()
    assert not assessments.Candidate.objects.exists()


def test_results_follow_a_merge_and_go_back_when_it_is_undone(
    counts: assessments.Result,  # noqa: F811
    her: people.Person,
) -> None:
    kept = crowd(1)[0]
    merge = people.merge_people(actor=COMMAND_LINE, kept=kept, merged=her, reason="One woman")
    hearing.follow(people.PeopleMerged(kept_id=kept.pk, merged_id=her.pk))
    assert len(assessments.valid_results(kept)) == 1
    people.unmerge_people(actor=COMMAND_LINE, merge=merge)
    hearing.part(people.PeopleUnmerged(kept_id=kept.pk, merged_id=her.pk))
    assert assessments.valid_results(kept) == []
    assert len(assessments.valid_results(her)) == 1


def test_two_entries_in_one_session_keep_one_place(session: assessments.Session) -> None:
    kept, merged = crowd(2)
    one, two = invite(session, kept, merged)
    book(one)
    book(two)
    hearing.follow(people.PeopleMerged(kept_id=kept.pk, merged_id=merged.pk))
    assert [state_of(one), state_of(two)] == ["booked", "cancelled"]
    assert session.slots.get().places_taken == 1


def test_the_house_tells_us(session: assessments.Session, her: people.Person) -> None:
    from corridor.kernel.record import events

    for event in (people.PersonErased, people.PeopleMerged, people.PeopleUnmerged):
        assert any("assessments" in name for name in events._hearers[event])
