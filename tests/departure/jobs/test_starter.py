from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places


def test_the_starter_vacancies_stand_on_the_starter_facts(db: None) -> None:
    places.load(actor=COMMAND_LINE, name="starter")
    loaded = places.load(actor=COMMAND_LINE, name="starter-vacancies")
    assert loaded.counts == {"vacancies": 25}
    for vacancy in jobs.published():
        assert vacancy.skills.filter(essential=True).exists(), vacancy.title
        assert vacancy.pay_minor, vacancy.title
        assert vacancy.payers["recruitment"] == "employer"
    assert places.load(actor=COMMAND_LINE, name="starter-vacancies").changed is False
