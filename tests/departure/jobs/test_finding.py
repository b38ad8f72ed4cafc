from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.finding import INDEX
from corridor.kernel.actors.api import COMMAND_LINE


def test_a_vacancy_is_found_from_publishing_until_closing(drafted: jobs.Vacancy) -> None:
    assert INDEX.count("shipyard") == 0
    jobs.publish_vacancy(actor=COMMAND_LINE, vacancy=drafted)
    assert [hit.key for hit in INDEX.find("doha welder")] == [str(drafted.pk)]
    jobs.close_vacancy(actor=COMMAND_LINE, vacancy=drafted)
    assert INDEX.count("shipyard") == 0
