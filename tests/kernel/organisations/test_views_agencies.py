"""Codes and suspensions on the web."""

from bs4 import BeautifulSoup
from tests.cast import Member
from tests.kernel.organisations.test_suspend import licensed
from tests.kernel.organisations.world import register


def text_of(answer) -> str:
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def test_hana_makes_a_code_and_chen_enters_it(hana: Member, chen: Member) -> None:
    harbour, crew = register(hana), register(chen, kind="agency", name="Sea Crew")
    mine, theirs = (f"/me/organisation/{each.pk}/agencies/" for each in (harbour, crew))
    assert "Nobody yet" in text_of(hana.client.get(mine))
    told = {"valid_until": "2099-12-31", "note": "Sea Crew"}
    made = hana.client.post(mine, told)
    code = BeautifulSoup(made.content, "html.parser").find("code").text
    assert "Code not entered yet" in text_of(made)
    assert code not in text_of(hana.client.get(mine))
    assert "No employer gave this code" in text_of(chen.client.post(theirs, {"code": "X"}))
    assert "In force" in text_of(chen.client.post(theirs, {"code": code}, follow=True))
    given = harbour.agencies_authorised.get()
    end = f"{mine}{given.pk}/end/"
    assert chen.client.post(end).status_code == 404
    assert "Ended" in text_of(hana.client.post(end, follow=True))
    assert hana.client.post(f"{mine}999/end/").status_code == 404


def test_a_day_that_is_over_is_refused(hana: Member) -> None:
    mine = f"/me/organisation/{register(hana).pk}/agencies/"
    answer = hana.client.post(mine, {"valid_until": "2020-01-01"})
    assert answer.status_code == 422
    assert "This day is over" in text_of(answer)


def test_an_officer_suspends_and_gives_back(bodil: Member, chen: Member) -> None:
    crew = register(chen, kind="agency")
    licence = licensed(bodil, crew)
    address = f"/desk/organisations/{crew.pk}/licences/{licence.pk}"
    assert "Suspend licence 1180" in text_of(bodil.client.get(f"{address}/suspend/"))
    assert bodil.client.post(f"{address}/suspend/", {"reason": ""}).status_code == 422
    done = bodil.client.post(f"{address}/suspend/", {"reason": "Fees charged."}, follow=True)
    assert "Suspended since" in text_of(done)
    assert "Fees charged." in text_of(chen.client.get(f"/me/organisation/{crew.pk}/"))
    assert "Suspended" not in text_of(bodil.client.post(f"{address}/restore/", follow=True))
    assert (
        bodil.client.post(f"/desk/organisations/{crew.pk}/licences/99/restore/").status_code == 404
    )
