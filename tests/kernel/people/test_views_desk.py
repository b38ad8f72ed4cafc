"""The pool and a profile at the desk."""

import csv
import io

import pytest
from openpyxl import load_workbook
from tests.cast import Member
from tests.kernel.people.test_views import text_of
from tests.kernel.people.world import register, say

from corridor.kernel.people import api as people
from corridor.kernel.record.api import Entry


@pytest.fixture
def welding(amina: Member, her: people.Person) -> people.Claim:
    say(amina, her, "occupation", label="Welder", isco="7212")
    say(amina, her, "language", language="fr", cefr="B1")
    say(amina, her, "language", language="ne", cefr="NATIVE")
    return say(amina, her, "skill", label="Welding", level=3, esco="http://data.europa.eu/s/1")


def test_the_pool_shows_counts_and_narrows(bodil: Member, welding: people.Claim, starter) -> None:
    whole = text_of(bodil.client.get("/desk/people/"))
    assert "1 person" in whole
    assert "Amina Rahmani" in whole
    assert "French B1, Nepali" in whole
    counted = text_of(bodil.client.get("/desk/people/", {"groups": "1"}))
    assert "Craft and related trades workers 1" in counted
    none = text_of(bodil.client.get("/desk/people/", {"q": "nobody here"}))
    assert "Nobody fits this" in none
    for asked in ({"q": "rahmáni"}, {"occupation": "7"}, {"occupation": "nonsense"}):
        assert "Amina" in text_of(bodil.client.get("/desk/people/", asked))
    assert "Amina" not in text_of(bodil.client.get("/desk/people/", {"verified": "on"}))


def test_the_pool_is_paged(bodil: Member, monkeypatch) -> None:
    monkeypatch.setattr("corridor.kernel.people.views_desk.PAGE_LENGTH", 2)
    for name in ("One", "Two", "Three"):
        register(bodil, full_name=name)
    first = text_of(bodil.client.get("/desk/people/"))
    assert "Three" in first
    assert "Page 1 of 2" in first
    assert "One" in text_of(bodil.client.get("/desk/people/", {"page": "2"}))


def test_the_pool_as_a_file_reads_back_as_an_import(
    bodil: Member, amina: Member, her: people.Person, welding: people.Claim
) -> None:
    people.change_details(
        actor=amina.actor,
        person=her,
        draft=people.read(people.PersonDraft, {"full_name": "=cmd Amina"}),
    )
    answer = bodil.client.get("/desk/people/", {"format": "csv"})
    [row] = csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig")))
    assert row["full_name"] == "'=cmd Amina", "a spreadsheet must not run a name"
    assert (row["isco"], row["skills"]) == ("7212", "http://data.europa.eu/s/1:3")
    answer = bodil.client.get("/desk/people/", {"format": "xlsx"})
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert [cell.value for cell in next(book.active.iter_rows())][:2] == ["reference", "full_name"]
    assert Entry.objects.filter(verb="people.pool_exported").count() == 2


def test_an_officer_registers_somebody_and_is_told_of_a_double(
    bodil: Member, amina: Member
) -> None:
    register(amina, full_name="Amina Rahmani", birth="1990")
    answer = bodil.client.post(
        "/desk/people/add/", {"full_name": "Amina Rahmany", "birth": "1990"}, follow=True
    )
    assert "Somebody alike is registered" in text_of(answer)
    assert "Perhaps registered twice" in text_of(answer)
    assert "same birth date" in text_of(answer)
    assert bodil.client.post("/desk/people/add/", {"full_name": "1"}).status_code == 422


def test_a_look_is_noted_and_an_attache_decides_nothing(
    farid: Member, her: people.Person, welding: people.Claim
) -> None:
    page = text_of(farid.client.get(f"/desk/people/{her.reference}/"))
    assert "Welding" in page
    assert "Put a correction" not in page
    assert Entry.objects.filter(verb="people.looked").count() == 1


def test_an_officer_decides_with_a_reason(
    bodil: Member, her: people.Person, welding: people.Claim
) -> None:
    address = f"/desk/claims/{welding.pk}/verify/"
    assert "Is this so?" in text_of(bodil.client.get(address))
    assert bodil.client.post(address, {"decision": "verified"}).status_code == 422
    past = {"decision": "verified", "reason": "Seen.", "expires_on": "2001-01-01"}
    assert "This day is over" in text_of(bodil.client.post(address, past))
    done = bodil.client.post(address, {"decision": "verified", "reason": "Seen."}, follow=True)
    assert "Verified" in text_of(done)


def test_a_correction_stands_beside(bodil: Member, welding: people.Claim) -> None:
    address = f"/desk/claims/{welding.pk}/correct/"
    assert "stays as it is" in text_of(bodil.client.get(address))
    assert bodil.client.post(address, {"label": ""}).status_code == 422
    answer = bodil.client.post(address, {"label": "Welding", "level": "1"}, follow=True)
    assert "Correction beside it" in text_of(answer)
    assert "Expert" in text_of(answer)
    assert "Basic" in text_of(answer)


def test_an_officer_adds_for_somebody(bodil: Member, her: people.Person) -> None:
    address = f"/desk/people/{her.reference}/add/language/"
    answer = bodil.client.post(address, {"language": "fr", "cefr": "B1"}, follow=True)
    assert "Added by an officer" in text_of(answer)
    assert bodil.client.post(address, {"language": "fr"}).status_code == 422


def test_two_entries_are_merged_and_taken_apart(bodil: Member, her: people.Person) -> None:
    other = register(bodil, full_name="Amina again")
    address = f"/desk/people/{her.reference}/merge/"
    given = bodil.client.get(address, {"other": other.reference}).content.decode()
    assert other.reference in given
    told = {"other": other.reference_spaced, "reason": "Same passport."}
    merged = bodil.client.post(address, told, follow=True)
    assert "was merged into this one" in text_of(merged)
    led = bodil.client.get(f"/desk/people/{other.reference}/")
    assert led["Location"].endswith(f"{her.reference}/")
    assert bodil.client.post(address, told).status_code == 422
    undo = f"/desk/people/{her.reference}/unmerge/{her.merges_kept.get().pk}/"
    assert "stand apart again" in text_of(bodil.client.post(undo, follow=True))


def test_a_worker_finds_no_pool(amina: Member, her: people.Person) -> None:
    assert amina.client.get("/desk/people/").status_code == 404
    assert amina.client.get(f"/desk/people/{her.reference}/").status_code == 404
