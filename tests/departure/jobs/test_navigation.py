from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.navigation import cards
from corridor.kernel.actors.api import ANONYMOUS


def test_everybody_is_told_how_many_jobs_are_open(published: jobs.Vacancy) -> None:
    (card,) = cards(ANONYMOUS)
    assert (card.count, card.links[0][1]) == (1, "jobs.vacancies")


def test_officers_are_told_how_many_drafts_wait(bodil: Member, drafted: jobs.Vacancy) -> None:
    assert [card.count for card in cards(bodil.actor)] == [0, 1]
