from __future__ import annotations

from tests.cast import Member
from tests.services.rounds.conftest import employed
from tests.services.rounds.test_views import text

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.assessments.shortlists import shortlist_for, shortlist_of
from corridor.services.rounds import api as rounds
from corridor.services.rounds.inviting import subject


def welders(found: rounds.Round) -> rounds.RoundVacancy:
    return rounds.RoundVacancy.objects.get(round=found, title="Welder")


def test_a_list_is_invited_in_its_order_without_whoever_was_erased(ready: rounds.Round) -> None:
    line = welders(ready)
    ranked = list(line.results.order_by("rank").values_list("worker", flat=True))
    listed = shortlist_of(subject(line))
    assert listed is not None
    assert (listed.title, list(listed.references)) == ("Welder", ranked)
    assert len(ranked) >= 3
    gone = people.Person.objects.get(reference=ranked[1])
    people.erase_person(
        actor=COMMAND_LINE, person=gone, confirmation=gone.reference, request_number="E-1"
    )
    listed = shortlist_of(subject(line))
    assert listed is not None
    assert list(listed.references) == [one for one in ranked if one != gone.reference]


def test_what_is_no_list_of_a_round_leads_nowhere(ready: rounds.Round) -> None:
    line = welders(ready)
    for about in ("", "R7", "R999999/V1", f"{ready.number}/V999", "R1/\x00", "order 4"):
        assert shortlist_of(about) is None, about
    rounds.Round.objects.filter(pk=ready.pk).update(state="draft")
    assert shortlist_of(subject(line)) is None


def test_the_list_is_the_employers_once_it_is_published(
    ready: rounds.Round, hana: Member, chen: Member, bodil: Member
) -> None:
    line = welders(ready)
    employed(hana, line)
    about = subject(line)
    assert shortlist_for(bodil.actor, about) is not None
    assert shortlist_for(hana.actor, about) is None
    rounds.publish_round(actor=COMMAND_LINE, ready=ready)
    assert shortlist_for(hana.actor, about) is not None
    assert shortlist_for(chen.actor, about) is None
    rounds.withdraw_vacancy(actor=COMMAND_LINE, vacancy=line.vacancy, reason="Closed")
    assert shortlist_for(bodil.actor, about) is None


def test_officer_and_employer_are_led_to_a_session_for_the_list(
    published: rounds.Round, hana: Member, bodil: Member, amina: Member
) -> None:
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    line = welders(published)
    employed(hana, line)
    address = f"/rounds/{published.number}/{line.vacancy}/"
    asked = f"open/?about={published.number}%2F{line.vacancy}"
    assert f"/desk/assessments/{asked}" in text(bodil.client.get(address))
    assert "assessments/open" not in text(amina.client.get(address))
    page = hana.client.get(f"/me/hiring/rounds/{published.number}/{line.vacancy}/")
    assert f"/me/hiring/interviews/{asked}" in text(page)
    form = text(hana.client.get(f"/me/hiring/interviews/{asked}"))
    assert f'value="{subject(line)}"' in form
