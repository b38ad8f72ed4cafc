from __future__ import annotations

from corridor.engines import matching
from corridor.services.rounds import api as rounds
from corridor.services.rounds.compact import compact_explanation, compact_reasons
from corridor.services.rounds.freezing import frozen


def test_kept_reasons_say_what_an_explanation_of_the_pair_says(ready: rounds.Round) -> None:
    workers = matching.read_workers(frozen(ready.workers_digest))
    vacancies = matching.read_vacancies(frozen(ready.vacancies_digest))
    criteria = matching.Criteria.from_toml(ready.criteria)
    found = matching.shortlist(workers, vacancies, criteria, top=5, seed=ready.seed)
    told = compact_reasons(found)
    assert len(told) == len(found) == 6
    for row, reasons in enumerate(told):
        pair = str(workers.id[found.worker[row]]), str(vacancies.id[found.vacancy[row]])
        explained = matching.explain(workers, vacancies, criteria, *pair)
        assert compact_explanation(explained) == reasons


def test_points_of_the_reasons_add_up_to_the_score(ready: rounds.Round) -> None:
    for result in rounds.Result.objects.all():
        points = sum(reason[5] for reason in result.reasons["criteria"])
        possible = sum(reason[6] for reason in result.reasons["criteria"])
        skills = result.reasons["skills"]
        unasked = 10_000 - possible - skills["possible"]
        assert points + skills["points"] + unasked == result.score


def test_missing_skills_are_named_a_few_at_most(ready: rounds.Round) -> None:
    lacking = [result.reasons["skills"]["lacking"] for result in rounds.Result.objects.all()]
    assert any(lacking)
    assert max(map(len, lacking)) <= 5
