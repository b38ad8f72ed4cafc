from dataclasses import replace
from datetime import date

import pytest

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.draft import judge_all


def test_a_whole_draft_has_nothing_wrong(welder: jobs.VacancyDraft) -> None:
    assert jobs.judge(welder) == []


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"title": " "}, "title", "jobs.title_missing"),
        ({"title": "x" * 10_000}, "title", "jobs.title_too_long"),
        ({"title": "a\x00b"}, "title", "jobs.not_text"),
        ({"country": "Qatar"}, "country", "jobs.unknown_country"),
        ({"language": "english"}, "language", "jobs.unknown_language"),
        ({"isco": "72121", "esco": ""}, "isco", "jobs.unknown_occupation"),
        ({"esco": "welder"}, "esco", "jobs.unknown_occupation"),
        ({"isco": "7212", "esco": "5120.1"}, "esco", "jobs.occupations_differ"),
        ({"pay_currency": ""}, "pay", "jobs.pay_incomplete"),
        ({"pay_currency": "DOL"}, "pay_currency", "jobs.unknown_currency"),
        ({"pay_minor": 0}, "pay", "jobs.pay_out_of_range"),
        ({"pay_period": "week"}, "pay_period", "jobs.unknown_period"),
        ({"languages": {"en": 9}}, "languages", "jobs.level_out_of_range"),
        ({"languages": {"klingon": 2}}, "languages", "jobs.unknown_language"),
        ({"eqf_least": 9}, "eqf_least", "jobs.level_out_of_range"),
        ({"years_least": -1}, "years_least", "jobs.years_out_of_range"),
        ({"countries_allowed": ("XX",)}, "countries_allowed", "jobs.unknown_country"),
        ({"hours_weekly": 200}, "hours_weekly", "jobs.hours_out_of_range"),
        ({"contract_months": 0}, "contract_months", "jobs.months_out_of_range"),
        ({"housing": "tent"}, "housing", "jobs.unknown_housing"),
        ({"payers": {"visa": "nobody"}}, "payers", "jobs.unknown_payer"),
        ({"places": 0}, "places", "jobs.places_out_of_range"),
        ({"closes_on": date(2028, 1, 1)}, "closes_on", "jobs.closes_after_start"),
    ],
)
def test_each_fault_is_named(
    welder: jobs.VacancyDraft, change: dict[str, object], field: str, code: str
) -> None:
    found = jobs.judge(replace(welder, **change))
    assert [(finding.field, finding.code) for finding in found] == [(field, code)]


def test_all_faults_come_at_once(welder: jobs.VacancyDraft) -> None:
    wrong = replace(welder, title="", country="?", places=0, skills=welder.skills * 2)
    codes = [finding.code for finding in jobs.judge(wrong)]
    assert codes == [
        "jobs.title_missing",
        "jobs.skill_twice",
        "jobs.skill_twice",
        "jobs.unknown_country",
        "jobs.places_out_of_range",
    ]


def test_a_reference_given_twice_is_found_across_rows(welder: jobs.VacancyDraft) -> None:
    one = replace(welder, source_reference="A-1")
    found = judge_all([(2, one), (3, one)], publish=True)
    assert [(finding.row, finding.code) for finding in found] == [(3, "jobs.reference_twice")]
