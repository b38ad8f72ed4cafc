import pytest
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import Refused


@pytest.mark.parametrize(("filled", "status"), [(True, "filled"), (False, "closed")])
def test_an_officer_closes_a_vacancy(
    bodil: Member, published: jobs.Vacancy, filled: bool, status: str
) -> None:
    vacancy = jobs.close_vacancy(actor=bodil.actor, vacancy=published, filled=filled)
    assert vacancy.status == status
    assert not jobs.published().exists()


def test_a_closed_vacancy_is_not_closed_again(bodil: Member, published: jobs.Vacancy) -> None:
    jobs.close_vacancy(actor=bodil.actor, vacancy=published)
    with pytest.raises(jobs.NotOpen):
        jobs.close_vacancy(actor=bodil.actor, vacancy=published, filled=True)


def test_a_worker_cannot_close_a_vacancy(amina: Member, published: jobs.Vacancy) -> None:
    with pytest.raises(Refused):
        jobs.close_vacancy(actor=amina.actor, vacancy=published)
