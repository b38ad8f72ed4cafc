from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import sources


def test_open_vacancies_come_from_jobs_in_the_order_of_their_numbers(world: None) -> None:
    rows = sources.vacancy_rows({})
    ids = [row["id"] for row in rows]
    assert len(ids) == sources.vacancy_count({}) == 2
    assert ids == sorted(ids, key=lambda name: int(name[1:]))
    assert sources.vacancy_cards(ids)[ids[0]].title == "Welder"


def test_the_columns_are_kept_until_a_vacancy_opens_or_ends(world: None) -> None:
    first = sources.open_vacancies()
    assert sources.open_vacancies() is first
    vacancy = jobs.published().first()
    assert vacancy is not None
    jobs.close_vacancy(actor=COMMAND_LINE, vacancy=vacancy)
    assert len(sources.open_vacancies()) == 1
