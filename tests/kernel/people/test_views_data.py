"""One's own data on the web."""

import io
import json

from pypdf import PdfReader
from tests.cast import Member
from tests.kernel.people.test_views import text_of
from tests.kernel.people.world import say

from corridor.kernel.people import api as people
from corridor.kernel.people import keeping


def test_who_looked_is_shown(amina: Member, bodil: Member, her: people.Person) -> None:
    assert "Nobody but you has looked" in text_of(amina.client.get("/me/data/"))
    bodil.client.get(f"/desk/people/{her.reference}/")
    shown = text_of(amina.client.get("/me/data/"))
    for words in ("Bodil", "Administration officer", "They opened your profile at the desk"):
        assert words in shown


def test_who_looked_can_be_taken_as_a_table(
    amina: Member, bodil: Member, her: people.Person
) -> None:
    people.look_at(actor=bodil.actor, person=her, page="verification")
    file = b"".join(amina.client.get("/me/data/?format=csv")).decode()
    assert "Bodil,Administration officer,To decide whether something you said is proven" in file
    assert bodil.client.get("/me/data/?format=csv").status_code == 404


def test_everything_can_be_taken_as_data(amina: Member, her: people.Person) -> None:
    claim = say(amina, her, "experience", label="Nurse", from_date="2020-01-01")
    people.withdraw_claim(actor=amina.actor, claim=claim)
    answer = amina.client.get("/me/data/file/json/")
    assert "attachment" in answer["Content-Disposition"]
    found = json.loads(answer.content)
    assert found["details"]["full_name"] == "Amina Rahmani"
    [said] = found["claims"]
    assert said["said"] == {"label": "Nurse", "from_date": "2020-01-01"}
    assert said["status"] == "withdrawn"


def test_the_profile_can_be_taken_to_read_also_in_arabic(
    amina: Member, her: people.Person, settings
) -> None:
    say(amina, her, "skill", label="Welding #1 [x] $y$")
    for language in ("en", "ar"):
        amina.client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        answer = amina.client.get("/me/data/file/pdf/")
        reader = PdfReader(io.BytesIO(answer.content))
        assert "Amina" in reader.pages[0].extract_text()
        assert reader.trailer["/Root"]["/Lang"].startswith(language)
    assert amina.client.get("/me/data/file/exe/").status_code == 404


def test_erasing_asks_for_the_reference(amina: Member, her: people.Person, monkeypatch) -> None:
    assert her.reference_spaced in text_of(amina.client.get("/me/data/erase/"))
    refused = amina.client.post("/me/data/erase/", {"confirmation": "yes"})
    assert refused.status_code == 422
    assert "Nothing was erased" in text_of(refused)
    monkeypatch.setattr(keeping, "_keepers", [])
    people.keep_by_law(lambda person_id: [people.Kept("contract 7", "Labour Act")])
    answer = amina.client.post("/me/data/erase/", {"confirmation": her.reference_spaced.lower()})
    assert "your account are gone" in text_of(answer)
    assert "contract 7: Labour Act" in text_of(answer)
    assert amina.client.get("/me/data/").status_code == 302
    her.refresh_from_db()
    assert her.full_name == ""
