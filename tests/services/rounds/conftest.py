"""A small world: two kinds of vacancies, eight people."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.rounds import api as rounds

WELDING, BLUEPRINTS, COOKING = (f"http://data.europa.eu/esco/skill/{n}" for n in ("w", "b", "c"))

WELDER = jobs.VacancyDraft(
    title="Welder",
    country="QAT",
    isco="7212",
    skills=(
        jobs.SkillAsked(skill=WELDING, level_least=2),
        jobs.SkillAsked(skill=BLUEPRINTS, essential=False),
    ),
    languages={"en": 2},
    years_least=2,
    places=2,
)
COOK = replace(
    WELDER,
    title="Cook",
    country="DEU",
    isco="5120",
    skills=(jobs.SkillAsked(skill=COOKING),),
    languages={"de": 3},
    places=1,
)


def person(name: str, isco: str, skills: str, languages: str, years: int, country: str) -> dict:
    return {
        "full_name": name,
        "isco": isco,
        "skills": skills,
        "languages": languages,
        "years": str(years),
        "nationality": country,
        "birth_year": "1990",
    }


PEOPLE = [
    person("Amina", "7212", f"{WELDING}:3;{BLUEPRINTS}:2", "en:B2", 6, "ETH"),
    person("Belay", "7212", f"{WELDING}:2", "en:B1", 4, "ETH"),
    person("Chandra", "7212", f"{WELDING}:2;{BLUEPRINTS}:1", "en:A2", 3, "NPL"),
    person("Dawit", "7212", f"{WELDING}:1", "en:A1", 5, "ETH"),  # too little English
    person("Esperanza", "5120", f"{COOKING}:2", "de:B1;en:B1", 4, "PHL"),
    person("Fatima", "5120;7212", f"{COOKING}:1;{WELDING}:2", "de:B2;en:A2", 2, "MAR"),
    person("Girma", "5120", "", "de:A1", 9, "ETH"),  # too little German
    person("Hari", "9112", "", "en:C1", 1, "NPL"),  # another occupation
]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, settings: LazySettings) -> None:
    """Frozen inputs of a test go to its own folder."""
    settings.HOME = tmp_path


@pytest.fixture
def world(db: None) -> None:
    places.load(actor=COMMAND_LINE, name="starter")
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=[WELDER, COOK], publish=True)
    people.import_people(actor=COMMAND_LINE, rows=PEOPLE)


@pytest.fixture
def plan() -> rounds.RoundDraft:
    return rounds.RoundDraft(
        title="Spring intake", criteria=rounds.preset("balanced"), seed=7, mode="stable", top=5
    )


def planned_alone(draft: rounds.RoundDraft) -> rounds.Round:
    """Planned, and ready to start without two parties."""
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=draft)
    return rounds.waive_agreement(actor=COMMAND_LINE, planned=planned, reason="A test.")


def agreed_by(planned: rounds.Round, *officers: Member) -> rounds.Round:
    """Two parties are named, and the officers given first agree."""
    parties = [
        rounds.PartyDraft(name=f"Ministry of {each.name}", officer=f"{each.name}@example.org")
        for each in officers
    ]
    rounds.name_parties(actor=COMMAND_LINE, planned=planned, parties=parties)
    for each in officers:
        digest = rounds.terms_digest(planned)
        planned = rounds.agree_round(actor=each.actor, planned=planned, digest=digest)
    return planned


def run(draft: rounds.RoundDraft) -> rounds.Round:
    planned = planned_alone(draft)
    running = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)
    return rounds.run_round(running=running, actor=COMMAND_LINE)


@pytest.fixture
def ready(world: None, plan: rounds.RoundDraft) -> rounds.Round:
    return run(plan)


@pytest.fixture
def published(ready: rounds.Round) -> rounds.Round:
    return rounds.publish_round(actor=COMMAND_LINE, ready=ready)


def names_of(found: rounds.Round, title: str, outcome: str = "placed") -> set[str]:
    """Who, by name, has this outcome at the vacancy of this title."""
    rows = rounds.Result.objects.filter(
        round_vacancy__round=found, round_vacancy__title=title, outcome=outcome
    )
    references = set(rows.values_list("worker", flat=True))
    named = people.Person.objects.filter(reference__in=references)
    return set(named.values_list("full_name", flat=True))


def result_of(found: rounds.Round, who: str) -> rounds.Result:
    """Where somebody, by name or reference, stands best in this round."""
    named = people.Person.objects.filter(full_name=who).first()
    reference = named.reference if named else who
    rows = rounds.Result.objects.filter(round_vacancy__round=found, worker=reference)
    return rows.order_by("-outcome", "rank")[0]


def offered(found: rounds.Round, name: str) -> rounds.Offer:
    """The offer made to somebody placed."""
    worker = result_of(found, name).worker
    (offer,) = rounds.make_offers(actor=COMMAND_LINE, of=found, days=14, workers=[worker])
    return offer


def own(member: Member, name: str) -> None:
    """This profile is this member's."""
    people.Person.objects.filter(full_name=name).update(user=member.user)


def employed(member: Member, line: rounds.RoundVacancy) -> None:
    """The member works for the employer whose vacancy this is."""
    employer = organisations.register_organisation(
        actor=COMMAND_LINE,
        draft=organisations.OrganisationDraft(kind="employer", name="Works", country="QAT"),
    )
    organisations.StaffMember.objects.create(organisation=employer, user=member.user)
    line.organisation_id = employer.pk
    line.save(update_fields=["organisation_id"])
