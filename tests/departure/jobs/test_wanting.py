"""What a list is narrowed to, its address and its words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import wanting
from corridor.kernel.actors.api import COMMAND_LINE


@pytest.mark.parametrize(
    ("minor", "period", "hours", "least", "fits"),
    [
        (240_000, "month", None, 2_400, True),
        (240_000, "month", None, 2_401, False),
        (2_880_000, "year", None, 2_400, True),
        (2_879_999, "year", None, 2_400, False),
        # 10 an hour, 48 hours, 52 weeks: 24,960 a year, 2,080 a month.
        (1_000, "hour", 48, 2_080, True),
        (1_000, "hour", 48, 2_081, False),
        # 80 a day of eight hours is the same.
        (8_000, "day", 48, 2_080, True),
        (8_000, "day", 48, 2_081, False),
        (8_000, "hour", None, 1, False),
    ],
)
def test_pay_is_compared_by_the_month(
    db: None,
    welder: jobs.VacancyDraft,
    minor: int,
    period: str,
    hours: int | None,
    least: int,
    fits: bool,
) -> None:
    draft = replace(welder, pay_minor=minor, pay_period=period, hours_weekly=hours)
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=[draft], publish=True)
    assert jobs.published(jobs.Wanted(pay=least, currency="QAR")).exists() is fits
    assert not jobs.published(jobs.Wanted(pay=1, currency="EUR")).exists()


def test_an_amount_beyond_all_pay_finds_nothing(published: jobs.Vacancy) -> None:
    assert not jobs.published(jobs.Wanted(pay=wanting.PAY_MAX, currency="QAR")).exists()
    # Without a currency, or out of all bounds, it is not asked.
    assert jobs.published(jobs.Wanted(pay=1)).exists()
    assert jobs.published(jobs.Wanted(pay=10**30, currency="QAR")).exists()


def test_housing_and_who_pays_narrow_it(db: None, welder: jobs.VacancyDraft) -> None:
    drafts = [
        replace(welder, title="With a house"),
        replace(welder, title="With an allowance", housing="allowance", payers={}),
        replace(welder, title="With neither", housing="none", payers={"recruitment": "worker"}),
    ]
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=drafts, publish=True)

    def titles(**wanted: object) -> set[str]:
        return {each.title for each in jobs.published(jobs.Wanted(**wanted))}

    assert titles(housing="provided") == {"With a house"}
    assert titles(housing="allowance") == {"With a house", "With an allowance"}
    assert titles(employer_pays=True) == {"With a house"}


def test_the_address_holds_everything_and_gives_it_back(starter: None) -> None:
    wanted = jobs.Wanted(
        text="كهرباء & ship",
        isco="72",
        country="QAT",
        language="en",
        pay=2_000,
        currency="QAR",
        housing="allowance",
        employer_pays=True,
    )
    assert wanting.of_query(wanted.query()) == wanted
    said = wanting.told(wanted)
    for word in ("ship", "Qatar", "English", "at least 2,000 QAR a month", "allowance", "employer"):
        assert word in said
    assert jobs.Wanted(pay=5).query() == ""
