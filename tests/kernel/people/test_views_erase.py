"""An officer erases somebody who asked for it in writing."""

import pytest
from django.urls import reverse
from tests.cast import Member

from corridor.kernel.people import api as people


@pytest.fixture
def page(her: people.Person) -> str:
    return reverse("people.desk_erase", kwargs={"reference": her.reference})


def test_the_page_says_what_goes_and_asks_for_the_request(bodil: Member, page: str) -> None:
    shown = bodil.client.get(page).content.decode()
    assert "cannot be brought back" in shown
    assert "request_number" in shown


def test_it_erases_and_tells_what_is_kept(bodil: Member, page: str, her: people.Person) -> None:
    given = {"confirmation": her.reference_spaced, "request_number": "2026/114"}
    shown = bodil.client.post(page, given).content.decode()
    assert "What is kept, and why" in shown
    assert her.reference_spaced in shown
    her.refresh_from_db()
    assert her.full_name == ""
    assert bodil.client.get("/desk/people/").status_code == 200


@pytest.mark.parametrize(
    "given",
    [{"confirmation": ""}, {"confirmation": "yes", "request_number": "7"}, {"request_number": "7"}],
)
def test_without_number_or_reference_nothing_is_erased(
    bodil: Member, page: str, her: people.Person, given: dict
) -> None:
    assert bodil.client.post(page, given).status_code == 422
    her.refresh_from_db()
    assert her.full_name


def test_others_find_nothing_there(amina: Member, farid: Member, page: str) -> None:
    for member in (amina, farid):
        assert member.client.get(page).status_code == 404
