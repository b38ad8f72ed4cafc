"""Amina's own profile on the web."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from tests.cast import Member
from tests.kernel.documents.files import upload
from tests.kernel.people.world import register, say

from corridor.kernel.people import api as people
from corridor.kernel.people.models import Claim, ClaimStatus


def text_of(answer) -> str:
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def test_a_worker_without_a_profile_is_led_to_open_one(amina: Member) -> None:
    answer = amina.client.get("/me/profile/", follow=True)
    assert answer.redirect_chain[-1][0].endswith("/start/name/")


def test_her_profile_shows_what_she_said_and_what_was_verified(
    amina: Member, bodil: Member, her: people.Person
) -> None:
    claim = say(amina, her, "skill", label="Welding", level=3)
    say(amina, her, "language", language="fr", cefr="B2")
    people.verify_claim(
        actor=bodil.actor,
        claim=claim,
        draft=people.VerificationDraft(decision="verified", reason="Saw the test."),
    )
    said = text_of(amina.client.get("/me/profile/"))
    for words in ("Welding", "Expert", "Verified", "Saw the test.", "French", "Said by the person"):
        assert words in said


def test_details_are_changed(amina: Member, her: people.Person, starter) -> None:
    assert "Amina Rahmani" in amina.client.get("/me/profile/details/").content.decode()
    amina.client.post("/me/profile/details/", {"full_name": "Amina R.", "residence": "QAT"})
    her.refresh_from_db()
    assert (her.full_name, her.residence) == ("Amina R.", "QAT")
    wrong = amina.client.post("/me/profile/details/", {"full_name": "123"})
    assert wrong.status_code == 422


@pytest.mark.plays("1a1.1")
@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("occupation", {"label": "Nurse", "isco": "2221", "years": "4"}),
        ("experience", {"label": "Nurse", "from_date": "2020-01-01", "country": "NPL"}),
        ("skill", {"label": "Welding", "level": "2"}),
        ("language", {"language": "en", "cefr": "B1"}),
        ("qualification", {"label": "Diploma", "eqf": "4", "awarded_year": "2012"}),
        ("licence", {"label": "Permit", "gives": "work", "country": "DEU"}),
        ("availability", {"from_date": "2027-01-01", "hours": "full", "notice_weeks": "4"}),
        (
            "wish",
            {"country": "QAT", "wage_monthly_min": "900", "currency": "USD", "family_comes": "on"},
        ),
    ],
)
def test_each_kind_is_added_on_a_page_of_its_own(
    amina: Member, her: people.Person, starter, kind: str, told: dict
) -> None:
    assert amina.client.get(f"/me/profile/add/{kind}/", {"own": "1"}).status_code == 200
    answer = amina.client.post(f"/me/profile/add/{kind}/", told, follow=True)
    assert answer.status_code == 200
    claim = her.claims.get(kind=kind)
    assert claim.source == "self"
    said = {name: str(value) for name, value in claim.said.items()}
    assert (
        said.items()
        >= {name: value for name, value in told.items() if name != "family_comes"}.items()
    )
    change = amina.client.get(f"/me/profile/{claim.pk}/").content.decode()
    assert all(value in change for value in told.values() if value != "on")


@pytest.mark.parametrize(
    ("kind", "told", "sentence"),
    [
        ("language", {"language": "en", "cefr": "D1"}, "not one of the available choices"),
        ("licence", {"label": "Permit", "gives": "work"}, "Say for which country"),
        ("experience", {"label": "Cook", "from_date": "soon"}, "year-month-day"),
        ("wish", {"label": ""}, "at least one thing"),
    ],
)
def test_bad_input_is_refused_and_nothing_added(
    amina: Member, her: people.Person, kind: str, told: dict, sentence: str
) -> None:
    answer = amina.client.post(f"/me/profile/add/{kind}/", told)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not her.claims.exists()


def test_a_kind_that_does_not_exist_is_not_found(amina: Member, her: people.Person) -> None:
    assert amina.client.get("/me/profile/add/fortune/").status_code == 404


def test_an_occupation_is_picked_from_a_list_without_javascript(
    amina: Member, her: people.Person, starter
) -> None:
    assert "Search by name" in text_of(amina.client.get("/me/profile/add/occupation/"))
    found = amina.client.get("/me/profile/add/occupation/", {"q": "nurse"})
    radio = BeautifulSoup(found.content, "html.parser").select_one("input[name=pick]")
    assert radio is not None
    page = amina.client.get("/me/profile/add/occupation/", {"pick": radio["value"]})
    form = BeautifulSoup(page.content, "html.parser").select_one("main form[method=post]")
    told = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    assert told["isco"].isdecimal()
    amina.client.post("/me/profile/add/occupation/", told)
    assert her.claims.get().value["esco"] == radio["value"]


def test_a_skill_nobody_calls_so_can_be_written_in_own_words(
    amina: Member, her: people.Person, starter
) -> None:
    answer = amina.client.get("/me/profile/add/skill/", {"q": "zzzz"})
    assert "Nothing is called so" in text_of(answer)
    assert amina.client.get("/me/profile/add/skill/", {"pick": "http://nowhere"}).status_code == 200


def test_a_change_keeps_what_was_said_before(amina: Member, her: people.Person) -> None:
    claim = say(amina, her, "skill", label="Welding", level=1)
    amina.client.post(f"/me/profile/{claim.pk}/", {"label": "Welding", "level": "3"})
    assert sorted(her.claims.values_list("status", "level")) == [("current", 3), ("replaced", 1)]
    wrong = amina.client.post(
        f"/me/profile/{her.claims.get(status='current').pk}/", {"label": "", "level": "3"}
    )
    assert wrong.status_code == 422


def test_what_is_withdrawn_can_be_put_back(amina: Member, her: people.Person) -> None:
    claim = say(amina, her, "skill", label="Welding")
    assert "Undo" in text_of(amina.client.post(f"/me/profile/{claim.pk}/withdraw/"))
    assert "Welding" not in text_of(amina.client.get("/me/profile/"))
    amina.client.post(f"/me/profile/{claim.pk}/restore/")
    assert "Welding" in text_of(amina.client.get("/me/profile/"))
    again = amina.client.post(f"/me/profile/{claim.pk}/restore/")
    assert again.status_code == 409


def test_an_old_statement_asks_to_be_confirmed(amina: Member, her: people.Person) -> None:
    claim = say(amina, her, "skill", label="Welding")
    Claim.objects.filter(pk=claim.pk).update(confirmed_at="2020-01-01T00:00:00Z")
    assert "Is it still so?" in text_of(amina.client.get("/me/profile/"))
    amina.client.post(f"/me/profile/{claim.pk}/confirm/")
    assert "Is it still so?" not in text_of(amina.client.get("/me/profile/"))


def test_she_chooses_who_may_see_a_claim(amina: Member, her: people.Person) -> None:
    claim = say(amina, her, "skill", label="Welding")
    amina.client.post(f"/me/profile/{claim.pk}/show/", {"visibility": "public"})
    claim.refresh_from_db()
    assert claim.visibility == "public"
    answer = amina.client.post(f"/me/profile/{claim.pk}/show/", {"visibility": "x"}, follow=True)
    assert "Choose who may see this" in text_of(answer)


def test_a_document_is_attached_or_refused_in_a_sentence(
    amina: Member, her: people.Person, settings, tmp_path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    claim = say(amina, her, "skill", label="Welding")
    address = f"/me/profile/{claim.pk}/evidence/"
    bad = amina.client.post(address, {"file": upload(content=b"MZ program")}, follow=True)
    assert "attached; officers" not in text_of(bad)
    good = amina.client.post(address, {"file": upload()}, follow=True)
    assert "attached; officers" in text_of(good)
    assert "Open the document" in text_of(good)
    assert upload().name in text_of(amina.client.get(f"/me/profile/{claim.pk}/"))
    assert "Choose a file" in text_of(amina.client.post(address, follow=True))


def test_another_worker_reaches_nothing_of_hers(
    amina: Member, dawit: Member, her: people.Person
) -> None:
    register(dawit)
    claim = say(amina, her, "skill", label="Welding")
    assert dawit.client.get(f"/me/profile/{claim.pk}/").status_code == 404
    assert dawit.client.post(f"/me/profile/{claim.pk}/withdraw/").status_code == 404
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.CURRENT


def test_a_visitor_is_sent_to_sign_in(visitor: Client) -> None:
    assert visitor.get("/me/profile/").status_code == 302


def test_the_profile_speaks_arabic_from_the_right(
    amina: Member, her: people.Person, settings
) -> None:
    amina.client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"
    answer = amina.client.get("/me/profile/")
    assert 'dir="rtl"' in answer.content.decode()
