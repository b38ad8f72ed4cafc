from __future__ import annotations

import pytest
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import BLUEPRINTS, COOKING, WELDING

from corridor.services.rounds import api as rounds
from corridor.services.rounds.evidence import evidence_of, isco_asked, kinds_named, skills_asked
from corridor.services.rounds.freezing import frozen
from corridor.services.rounds.procedure import Added


def test_what_a_vacancy_asked_is_read_from_what_was_frozen(published: rounds.Round) -> None:
    line = published.vacancies.get(title="Welder")
    assert isco_asked(published.vacancies_digest, line.vacancy) == "7212"
    assert isco_asked("", line.vacancy) == ""
    assert isco_asked("0" * 64, line.vacancy) == ""
    assert frozen(published.vacancies_digest).is_file()


def test_claims_kept_to_oneself_are_no_evidence(published: rounds.Round) -> None:
    line = published.vacancies.get(title="Welder")
    claim = steps.claim_of("Amina", "language")
    claim.visibility = "me"
    claim.save()
    reference = steps.named("Amina").reference
    found = evidence_of(line, [reference], rounds.procedure_of(published))[reference]
    assert {each.kind for each in found.claims} == {"occupation", "skill"}
    assert found.about == f"{published.number}/{line.vacancy}"


def test_a_kind_named_counts_wherever_it_was_held(published: rounds.Round) -> None:
    cook = published.vacancies.get(title="Cook")
    result = steps.take_test(cook, "Amina", steps.GOOD)
    welder = published.vacancies.get(title="Welder")
    reference = steps.named("Amina").reference
    named = rounds.Procedure(
        judged={"occupation": {"test": "trade-welding"}},
        added=(Added(code="speed", title="Speed", steps={"test": "trade-care"}),),
    )
    assert kinds_named(named) == {"trade-welding", "trade-care"}
    assert evidence_of(welder, [reference], named)[reference].results == (result,)
    anything = rounds.Procedure(judged={"occupation": {"test": ""}})
    assert evidence_of(welder, [reference], anything)[reference].results == ()


def test_which_skills_a_vacancy_asked_for_is_read_where_documents_judge_them(
    published: rounds.Round,
) -> None:
    line = published.vacancies.get(title="Welder")
    reference = steps.named("Amina").reference
    by_document = rounds.Procedure(judged={"skills": {"document": ""}})
    found = evidence_of(line, [reference], by_document)[reference]
    assert (found.skills, found.skills_percent) == ({WELDING: 2}, 100)
    assert evidence_of(line, [reference], rounds.procedure_of(published))[reference].skills == {}


@pytest.mark.parametrize(
    ("hard", "asked"),
    [
        ("essential_percent = 50", ({WELDING: 2}, 50)),
        (
            f"""also = {{ "{BLUEPRINTS}" = 1, "{WELDING}" = 1 }}""",
            ({WELDING: 2, BLUEPRINTS: 1}, 100),
        ),
        (f"""own = false\nalso = {{ "{COOKING}" = 3 }}""", ({COOKING: 3}, 100)),
    ],
)
def test_the_criteria_say_which_skills_and_how_many_are_enough(
    published: rounds.Round, hard: str, asked: tuple[dict[str, int], int]
) -> None:
    line = published.vacancies.select_related("round").get(title="Welder")
    line.round.criteria = f"[hard.skills]\n{hard}\n[soft]\nlanguages = 1\n"
    assert skills_asked(line) == asked


def test_where_what_was_frozen_is_gone_no_skill_is_asked(published: rounds.Round) -> None:
    line = published.vacancies.select_related("round").get(title="Welder")
    line.round.vacancies_digest = "0" * 64
    assert skills_asked(line) == ({}, 100)
