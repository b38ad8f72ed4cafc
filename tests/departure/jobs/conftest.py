from __future__ import annotations

from datetime import date

import pytest
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.organisations import api as organisations
from corridor.kernel.places import api as places

WELDING = "http://data.europa.eu/esco/skill/5b8f4a1e-0000-4000-8000-000000000001"
BLUEPRINTS = "http://data.europa.eu/esco/skill/5b8f4a1e-0000-4000-8000-000000000002"

WELDER = jobs.VacancyDraft(
    title="Welder, shipyard",
    description="Weld hull sections. Job Requirement Two years on ships.",
    employer_name="Al Noor Marine",
    country="QAT",
    place="Doha",
    isco="7212",
    esco="7212.3",
    skills=(
        jobs.SkillAsked(skill=WELDING, level_least=2),
        jobs.SkillAsked(skill=BLUEPRINTS, essential=False),
    ),
    languages={"en": 2, "ar": 1},
    eqf_least=3,
    years_least=2,
    pay_minor=240_000,
    pay_currency="QAR",
    pay_period="month",
    hours_weekly=48,
    contract_months=24,
    housing="provided",
    payers={"recruitment": "employer", "travel": "employer"},
    places=12,
    starts_on=date(2027, 3, 1),
    closes_on=date(2027, 1, 31),
)


@pytest.fixture
def welder() -> jobs.VacancyDraft:
    return WELDER


@pytest.fixture
def starter(db: None) -> None:
    """Countries, occupations and skills have names."""
    places.load(actor=COMMAND_LINE, name="starter")


@pytest.fixture
def drafted(db: None) -> jobs.Vacancy:
    return jobs.post_vacancy(actor=COMMAND_LINE, draft=WELDER)


@pytest.fixture
def published(drafted: jobs.Vacancy) -> jobs.Vacancy:
    return jobs.publish_vacancy(actor=COMMAND_LINE, vacancy=drafted)


@pytest.fixture
def harbour(hana: Member) -> organisations.Organisation:
    """Hana's firm, verified."""
    return world.verified(world.register(hana))


@pytest.fixture
def crew(chen: Member) -> organisations.Organisation:
    """Chen's agency, verified, with a licence to recruit."""
    found = world.verified(world.register(chen, kind="agency", name="Sea Crew"))
    world.licensed(found)
    return found


@pytest.fixture
def harbour_vacancy(hana: Member, harbour: organisations.Organisation) -> jobs.Vacancy:
    """A draft of Hana's that lacks nothing."""
    return world.draft_of(hana, harbour)


@pytest.fixture
def harbour_open(harbour_vacancy: jobs.Vacancy) -> jobs.Vacancy:
    """The same, checked and published."""
    return world.opened(harbour_vacancy)
