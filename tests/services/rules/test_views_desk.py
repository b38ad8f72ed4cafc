"""The desk: proposed after a look, read by somebody else, decided once."""

from __future__ import annotations

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from freezegun import freeze_time
from tests.cast import Member
from tests.services.rules.conftest import amended

from corridor.engines import rules as engine
from corridor.kernel.actors.api import SYSTEM
from corridor.services.rules import api as rules
from corridor.services.rules import views_desk

PROPOSE, DESK = "/desk/rules/propose/", "/desk/rules/"
AT = f"{DESK}lka-registration/2/"


def main(page: object) -> str:
    soup = BeautifulSoup(page.content, "html.parser")
    text = soup.select_one("main").get_text(" ").replace("\u2066", "").replace("\u2069", "")
    return " ".join(text.split())


def versions() -> int:
    return rules.TableVersion.objects.filter(table__code="lka-registration").count()


def test_it_is_looked_over_and_nothing_is_kept(fee: rules.TableVersion, bodil: Member) -> None:
    text = engine.to_toml(amended(fee)).encode()
    sent = {"file": SimpleUploadedFile("fee.toml", text), "note": "Budget", "look": "1"}
    page = bodil.client.post(PROPOSE, sent)
    told = main(page)
    assert page.status_code == 200
    assert "Nothing is wrong with it" in told
    assert "tax_on_gross(base, 0.025, 0.18) becomes := tax_on_gross(base, 0.025, 0.2)" in told
    assert "came out as expected" in told
    assert versions() == 1
    kept = BeautifulSoup(page.content, "html.parser").select_one("textarea[name=text]").text
    again = bodil.client.post(PROPOSE, {"text": kept, "note": "Budget", "propose": "1"})
    assert (again.status_code, again["Location"]) == (302, AT)
    assert versions() == 2


def test_rows_of_a_spreadsheet_are_proposed(fee: rules.TableVersion, bodil: Member) -> None:
    rows = engine.rows_to_csv(engine.from_toml(fee.text)).replace(",fees,", ",fees 2024,")
    file = SimpleUploadedFile("rows.csv", rows.encode())
    sent = {"file": file, "table": "lka-registration", "note": "From February", "look": "1"}
    told = main(bodil.client.post(PROPOSE, sent))
    assert "row registration, article: fees becomes fees 2024" in told
    file.seek(0)
    unsaid = bodil.client.post(PROPOSE, {**sent, "table": "", "file": file})
    assert unsaid.status_code == 422
    assert "Say of which table these rows are." in main(unsaid)


def test_everything_wrong_is_listed_and_nothing_kept(
    fee: rules.TableVersion, bodil: Member
) -> None:
    broken = fee.text.replace('hit = "unique"', 'hit = "some"').replace("LKR 0.00", "EUR 0.00")
    for button in ("look", "propose"):
        page = bodil.client.post(PROPOSE, {"text": broken, "note": "x", button: "1"})
        assert page.status_code == 422
        assert len(page.context["faults"]) >= 2
        assert "Nothing was kept." in main(page)
    wrong = fee.text.replace("0.025, 0.18", "0.025, 0.2")
    page = bodil.client.post(PROPOSE, {"text": wrong, "note": "x", "look": "1"})
    assert "came out otherwise" in main(page)
    nothing = bodil.client.post(PROPOSE, {"note": "x", "look": "1"})
    assert "Give a file, or write the table below." in main(nothing)
    same = bodil.client.post(PROPOSE, {"text": fee.text, "note": "x", "propose": "1"})
    assert "says already, word for word" in main(same)
    assert versions() == 1


def test_a_form_begins_with_the_table_it_is_asked_for(
    fee: rules.TableVersion, bodil: Member
) -> None:
    page = bodil.client.get(PROPOSE, {"table": "lka-registration"})
    text = BeautifulSoup(page.content, "html.parser").select_one("textarea[name=text]").text
    assert engine.from_toml(text).digest == fee.digest
    assert bodil.client.get(PROPOSE, {"table": "nothing"}).context["form"].initial == {}


def test_a_second_person_reads_and_publishes(
    proposed: rules.TableVersion, bodil: Member, ivan: Member
) -> None:
    own = main(bodil.client.get(AT))
    assert "You wrote this version" in own
    assert "Publish this version" not in own
    told = main(ivan.client.get(AT))
    assert "Bodil" in told
    assert "Budget of 2027" in told
    assert bodil.client.post(f"{AT}decide/", {"publish": "1"}).status_code == 409
    unsaid = ivan.client.post(f"{AT}decide/", {"send_back": "1"})
    assert (unsaid.status_code, list(unsaid.context["form"].errors)) == (422, ["reason"])
    assert ivan.client.post(f"{AT}decide/", {"publish": "1"})["Location"] == AT
    proposed.refresh_from_db()
    assert proposed.status == "published"
    assert "Read by Ivan" in main(bodil.client.get(AT))
    gone = {"withdraw": "1", "reason": "The budget fell."}
    assert ivan.client.post(f"{AT}decide/", gone).status_code == 302
    assert "The budget fell." in main(ivan.client.get(AT))


def test_sent_back_and_taken_back(
    proposed: rules.TableVersion, bodil: Member, ivan: Member
) -> None:
    ivan.client.post(f"{AT}decide/", {"send_back": "1", "reason": "Which budget?"})
    assert "Which budget?" in main(bodil.client.get(AT))
    rules.propose_version(actor=bodil.actor, table=amended(proposed), note="That of 2027")
    bodil.client.post(f"{DESK}lka-registration/3/decide/", {"take_back": "1"})
    assert rules.TableVersion.objects.get(number=3).status == "taken_back"


def test_the_desk_says_what_waits_and_what_is_stale(
    proposed: rules.TableVersion, bodil: Member, ivan: Member
) -> None:
    assert "yours: somebody else reads it" in main(bodil.client.get(DESK))
    assert "yours: somebody else reads it" not in main(ivan.client.get(DESK))
    assert "Due to be looked at again" not in main(ivan.client.get(DESK))
    with freeze_time("2030-01-01"):
        ivan.client.force_login(
            ivan.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        assert "Due to be looked at again" in main(ivan.client.get(DESK))
    rules.publish_version(actor=ivan.actor, version=proposed)
    assert "No version waits for review" in main(ivan.client.get(DESK))


def test_the_machine_has_no_name() -> None:
    assert views_desk.name_of(SYSTEM.key) == ""
