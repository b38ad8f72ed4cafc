"""Blind until the parties agreed, at every door, and never further than the person agreed."""

from __future__ import annotations

import dataclasses

import pytest
from tests.cast import Member
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import agreed_by, employed, offered, planned_alone
from tests.services.rounds.test_views import text

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds
from corridor.services.rounds import revealing

NAME = "Amina"


def ran(plan: rounds.RoundDraft, hana: Member, names_from: str) -> rounds.RoundVacancy:
    """Hana's vacancy in a published round of these terms; Amina has a birth year, a sex, a school
    and a phone, none of which may leak."""
    planned = planned_alone(plan)
    agreed = dataclasses.replace(rounds.procedure_of(planned), names_from=names_from)
    rounds.set_procedure(actor=COMMAND_LINE, planned=planned, procedure=agreed)
    running = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)
    ready = rounds.run_round(running=running, actor=COMMAND_LINE)
    published = rounds.publish_round(actor=COMMAND_LINE, ready=ready)
    found = published.vacancies.get(title="Welder")
    employed(hana, found)
    person = steps.named(NAME)
    value = people.read(
        people.VALUES[people.Kind.QUALIFICATION],
        {"label": "Welding certificate", "institution": "Adama Technical School", "eqf": 3},
    )
    people.add_claim(
        actor=COMMAND_LINE, person=person, value=value, visibility=people.Visibility.EMPLOYERS
    )
    people.Person.objects.filter(pk=person.pk).update(phone="+251911234567", sex="female")
    return rounds.RoundVacancy.objects.select_related("round").get(pk=found.pk)


@pytest.fixture
def line(world: None, plan: rounds.RoundDraft, hana: Member) -> rounds.RoundVacancy:
    """As a round usually is: names once an offer is accepted."""
    return ran(plan, hana, "acceptance")


def consents(name: str = NAME) -> None:
    people.give_consents(
        actor=COMMAND_LINE, person=steps.named(name), purposes=[people.Purpose.EMPLOYERS]
    )


def result_of(line: rounds.RoundVacancy) -> rounds.Result:
    return steps.listed(line.round, NAME)


def doors(member: Member, line: rounds.RoundVacancy) -> dict[str, str]:
    """Everything an employer can open about this list, as text."""
    web = f"/me/hiring/rounds/{line.round.number}/{line.vacancy}/"
    api = f"/api/v1/rounds/{line.round.number}"
    offers_file = b"".join(member.client.get(f"{web}?format=csv")).decode()
    steps_file = b"".join(member.client.get(f"{web}steps/?format=json")).decode()
    person = f"hiring/people/{result_of(line).pk}/"
    return {
        "list": text(member.client.get(web)),
        "steps": text(member.client.get(f"{web}steps/")),
        "public": text(member.client.get(f"/rounds/{line.round.number}/{line.vacancy}/")),
        "offers file": offers_file,
        "steps file": steps_file,
        "person": text(member.client.get(f"/me/{person}")),
        "offers by api": text(member.client.get(f"{api}/offers")),
        "results by api": text(member.client.get(f"{api}/results")),
        "steps by api": text(member.client.get(f"{api}/vacancies/{line.vacancy}/steps")),
        "person by api": text(member.client.get(f"/api/v1/rounds/people/{result_of(line).pk}")),
    }


SECRETS = (NAME, "Adama Technical School", "911234567", "1990", "female")
WITH_NAMES = {"list", "offers file", "person", "offers by api", "person by api"}


def leaks(found: dict[str, str], secrets: tuple[str, ...] = SECRETS) -> set[str]:
    return {door for door, told in found.items() if any(each in told for each in secrets)}


def test_before_an_offer_no_door_says_who_anybody_is(
    line: rounds.RoundVacancy, hana: Member
) -> None:
    consents()
    assert leaks(doors(hana, line)) == set()


def test_an_open_offer_says_nothing_where_names_follow_acceptance(
    line: rounds.RoundVacancy, hana: Member
) -> None:
    consents()
    offer = offered(line.round, NAME)
    assert leaks(doors(hana, line)) == set()
    rounds.accept_offer(actor=COMMAND_LINE, offer=offer)
    assert leaks(doors(hana, line), (NAME,)) == WITH_NAMES
    assert leaks(doors(hana, line), ("Adama Technical School",)) == {"person", "person by api"}
    assert leaks(doors(hana, line), ("1990", "female")) == set()
    looked = record.Entry.objects.filter(verb="people.looked")
    assert looked.exists()


def test_somebody_who_accepted_without_that_consent_gives_their_name_alone(
    line: rounds.RoundVacancy, hana: Member
) -> None:
    rounds.accept_offer(actor=COMMAND_LINE, offer=offered(line.round, NAME))
    found = doors(hana, line)
    assert leaks(found, (NAME,)) == WITH_NAMES
    assert leaks(found, SECRETS[1:]) == set()
    assert "not agreed to show more than their name" in found["person"]


def test_names_from_the_offer_on_need_the_consent(
    world: None, plan: rounds.RoundDraft, hana: Member
) -> None:
    line = ran(plan, hana, "offer")
    offer = offered(line.round, NAME)
    assert leaks(doors(hana, line)) == set()
    consents()
    assert leaks(doors(hana, line), (NAME,)) == WITH_NAMES
    rounds.withdraw_offer(actor=COMMAND_LINE, offer=offer)
    assert leaks(doors(hana, line)) == set()  # blind again


def test_never_is_never(world: None, plan: rounds.RoundDraft, hana: Member) -> None:
    line = ran(plan, hana, "never")
    consents()
    rounds.accept_offer(actor=COMMAND_LINE, offer=offered(line.round, NAME))
    assert leaks(doors(hana, line)) == set()


def test_a_round_that_is_not_blind_names_those_who_agreed_from_the_list_on(
    world: None, plan: rounds.RoundDraft, hana: Member
) -> None:
    line = ran(plan, hana, "list")
    assert leaks(doors(hana, line)) == set()
    consents()
    assert leaks(doors(hana, line), (NAME,)) == {"list", "person", "person by api"}
    assert revealing.is_named(result_of(line).worker, line.vacancy, hana.actor)


def test_another_employer_and_outsiders_find_nothing(
    line: rounds.RoundVacancy, chen: Member, esra: Member, amina: Member
) -> None:
    consents()
    rounds.accept_offer(actor=COMMAND_LINE, offer=offered(line.round, NAME))
    cook = line.round.vacancies.get(title="Cook")
    employed(chen, cook)
    number = result_of(line).pk
    for member in (chen, esra, amina):
        assert member.client.get(f"/me/hiring/people/{number}/").status_code == 404
        assert member.client.get(f"/api/v1/rounds/people/{number}").status_code == 404
        assert member.client.get(f"/me/hiring/people/{10**9}/").status_code == 404
    assert leaks(doors_of_another(chen, line)) == set()


def doors_of_another(member: Member, line: rounds.RoundVacancy) -> dict[str, str]:
    number = line.round.number
    addresses = (
        f"/me/hiring/rounds/{number}/{line.vacancy}/",
        f"/me/hiring/rounds/{number}/{line.vacancy}/?format=csv",
        f"/me/hiring/rounds/{number}/{line.vacancy}/steps/",
        f"/me/hiring/rounds/{number}/{line.vacancy}/steps/?format=csv",
        f"/api/v1/rounds/{number}/offers",
        f"/api/v1/rounds/{number}/results",
        f"/api/v1/rounds/{number}/vacancies/{line.vacancy}/steps",
    )
    return {each: text(member.client.get(each)) for each in addresses}


def test_somebody_erased_has_no_name_any_more(line: rounds.RoundVacancy, hana: Member) -> None:
    rounds.accept_offer(actor=COMMAND_LINE, offer=offered(line.round, NAME))
    number = result_of(line).pk
    person = steps.named(NAME)
    people.erase_person(
        actor=COMMAND_LINE, person=person, confirmation=person.reference, request_number="E-1"
    )
    assert hana.client.get(f"/me/hiring/people/{number}/").status_code == 404


def test_the_person_reads_before_answering_what_the_employer_will_read(
    line: rounds.RoundVacancy, amina: Member
) -> None:
    people.Person.objects.filter(full_name=NAME).update(user=amina.user)
    offer = offered(line.round, NAME)
    page = f"/me/offers/{offer.pk}/"
    assert "If you accept, the employer reads your name" in text(amina.client.get(page))
    amina.client.post(f"{page}accept/")
    assert "You accepted, so the employer reads your name" in text(amina.client.get(page))


def test_where_names_are_never_read_the_person_reads_so(
    world: None, plan: rounds.RoundDraft, hana: Member, amina: Member
) -> None:
    line = ran(plan, hana, "never")
    people.Person.objects.filter(full_name=NAME).update(user=amina.user)
    offer = offered(line.round, NAME)
    assert "your number alone" in text(amina.client.get(f"/me/offers/{offer.pk}/"))


def test_how_old_somebody_is_stays_with_the_office(
    line: rounds.RoundVacancy, hana: Member, bodil: Member
) -> None:
    consents()
    result = result_of(line)
    aged = {**result.reasons, "criteria": [["age", "met", "", 0, 36, 0, 0]]}
    rounds.Result.objects.filter(pk=result.pk).update(reasons=aged)
    address = f"/api/v1/rounds/{line.round.number}/results"

    def told(member: Member) -> object:
        items = member.client.get(address).json()["items"]
        mine = next(one for one in items if one["worker"] == result.worker and one["rank"] == 1)
        return mine["reasons"]["criteria"][0][4]

    assert told(bodil) == 36
    assert told(hana) is None


def test_two_parties_agree_to_blindness_with_the_other_terms(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    agreed = agreed_by(planned, bodil, farid)
    assert rounds.terms_of(agreed)["procedure"]["names_from"] == "acceptance"
