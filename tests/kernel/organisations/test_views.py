"""Organisations on the web."""

import pytest
from bs4 import BeautifulSoup
from tests.cast import Member
from tests.kernel.organisations.world import register, yes

from corridor.kernel.organisations import api as organisations

HARBOUR = {"kind": "employer", "name": "Harbour Works", "country": "QAT"}


def text_of(answer) -> str:
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def test_hana_registers_her_firm_and_sees_it(hana: Member, starter) -> None:
    assert "You act for no organisation" in text_of(hana.client.get("/me/organisation/"))
    told = HARBOUR | {"native_name": "أشغال الميناء", "registration_number": "77-1"}
    answer = hana.client.post("/me/organisation/register/", told, follow=True)
    assert "Harbour Works" in text_of(answer)
    assert "Not verified" in text_of(answer)
    again = hana.client.post("/me/organisation/register/", told)
    assert again.status_code == 422
    assert "77-1 is registered in QAT already" in text_of(again)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"name": ""}, "This field is required"),
        ({"name": "x" * 5000}, "At most 300 characters"),
        ({"country": "QQQ"}, "not one of the available choices"),
        ({"website": "gopher://harbour"}, "https://example.org"),
    ],
)
def test_bad_input_is_refused(hana: Member, starter, told: dict, sentence: str) -> None:
    answer = hana.client.post("/me/organisation/register/", HARBOUR | told)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not organisations.organisations(organisations.Wanted()).exists()


def test_an_officer_finds_decides_and_writes_a_licence_down(
    bodil: Member, hana: Member, starter
) -> None:
    number = register(hana).pk
    listed = bodil.client.get("/desk/organisations/", {"verified": "no", "q": "harbour"})
    assert "1 organisation" in text_of(listed)
    address = f"/desk/organisations/{number}/verify/"
    assert bodil.client.get(address).status_code == 200
    bad = bodil.client.post(address, {"decision": "verified", "reason": "Seen."})
    assert "Name the evidence" in text_of(bad)
    told = {"decision": "verified", "reason": "Seen.", "evidence": "Register 7"}
    assert "Register 7" in text_of(bodil.client.post(address, told, follow=True))
    licence = {
        "activity": "recruitment",
        "number": "1180",
        "authority": "Ministry",
        "valid_from": "2026-01-01",
        "valid_until": "2026-12-31",
    }
    address = f"/desk/organisations/{number}/licence/"
    assert "1180" in text_of(bodil.client.post(address, licence, follow=True))
    assert bodil.client.post(address, licence).status_code == 422
    none = bodil.client.get("/desk/organisations/", {"verified": "no"})
    assert "No organisation fits this" in text_of(none)
    assert "Verified" in text_of(bodil.client.get("/desk/organisations/", {"kind": "employer"}))


def test_an_officer_registers_at_the_desk(bodil: Member, starter) -> None:
    answer = bodil.client.post("/me/organisation/register/", HARBOUR, follow=True)
    assert answer.redirect_chain[-1][0] == "/desk/organisations/"


def test_details_are_changed_by_whoever_answers_for_it(
    hana: Member, bodil: Member, starter
) -> None:
    harbour = register(hana)
    organisations.verify_organisation(
        actor=bodil.actor, organisation=harbour, draft=yes(expires_on=None)
    )
    assert "Verified" in text_of(hana.client.get("/me/organisation/"))
    address = f"/me/organisation/{harbour.pk}/change/"
    assert "Harbour Works" in hana.client.get(address).content.decode()
    answer = hana.client.post(address, HARBOUR | {"name": "Harbour Works 2"}, follow=True)
    assert "Not verified" in text_of(answer)


def test_staff_come_and_go(hana: Member, chen: Member) -> None:
    number = register(hana).pk
    address = f"/me/organisation/{number}/staff/"
    nobody = hana.client.post(address, {"login": "nobody@example.org", "duty": "staff"})
    assert "Nobody signs in with" in text_of(nobody)
    told = {"login": "chen@example.org", "duty": "staff"}
    assert "Chen" in text_of(hana.client.post(address, told, follow=True))
    staff = organisations.organisations_of(chen.actor).get().staff
    assert chen.client.get(f"/me/organisation/{number}/change/").status_code == 404
    last = hana.client.post(f"{address}{staff.get(user=hana.user).pk}/end/", follow=True)
    assert "Somebody must answer" in text_of(last)
    gone = chen.client.post(f"{address}{staff.get(user=chen.user).pk}/end/", follow=True)
    assert "no longer act" in text_of(gone)
    assert chen.client.get(f"/me/organisation/{number}/").status_code == 404


def test_another_agency_finds_nothing(hana: Member, chen: Member, amina: Member) -> None:
    number = register(hana).pk
    for member in (chen, amina):
        assert member.client.get(f"/me/organisation/{number}/").status_code == 404
        assert member.client.post(f"/me/organisation/{number}/staff/").status_code == 404
        assert member.client.get("/desk/organisations/").status_code == 404
