from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.navigation import cards, find
from corridor.kernel.actors.api import ANONYMOUS


def test_everybody_is_told_how_many_jobs_are_open(published: jobs.Vacancy) -> None:
    (card,) = cards(ANONYMOUS)
    assert (card.count, card.links[0][1]) == (1, "jobs.vacancies")


def test_an_officer_is_told_how_many_wait_and_an_employer_has_a_list(
    bodil: Member, hana: Member, drafted: jobs.Vacancy, harbour_vacancy: jobs.Vacancy
) -> None:
    sent = jobs.submit_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    public, orders, desk = cards(bodil.actor)
    assert (public.count, orders.queue, desk.queue) == (0, 0, 1)
    assert desk.oldest == sent.submitted_at
    assert desk.links[0][1] == "jobs.desk?status=submitted"
    assert [card.count for card in cards(hana.actor)] == [0, 1]


def test_the_desk_finds_a_vacancy_by_its_number_and_by_its_words(
    bodil: Member, hana: Member, published: jobs.Vacancy
) -> None:
    word = published.title.split()[0]
    for text in (published.number, published.number.lower(), word):
        assert [hit.title for hit in find(bodil.actor, text, 10)] == [published.title], text
    assert find(bodil.actor, "V999999", 10) == []
    assert find(hana.actor, published.number, 10) == []
