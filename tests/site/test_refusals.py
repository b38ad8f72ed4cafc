from django.test import RequestFactory

from corridor.kernel.actors.api import CorridorError, Refused
from corridor.site.refusals import RefusalMiddleware


class FerryFull(CorridorError):
    code = "ferries.full"
    status = 409
    sentence = "The ferry %(name)s is full. Take the next one."


def answer(error: Exception):
    return RefusalMiddleware(lambda request: None).process_exception(
        RequestFactory().get("/"), error
    )


def test_a_refusal_becomes_a_page_with_its_sentence_facts_and_code() -> None:
    page = answer(FerryFull(name="Aurora"))
    assert page.status_code == 409
    assert "The ferry Aurora is full. Take the next one." in page.content.decode()
    assert "ferries.full" in page.content.decode()


def test_not_yours_and_not_there_look_the_same() -> None:
    assert answer(Refused("ferries.board")).status_code == 404


def test_a_fault_of_ours_is_not_dressed_up_as_a_refusal() -> None:
    assert answer(ValueError("ours")) is None
