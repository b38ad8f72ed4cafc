"""A CV is looked through before anything of it is taken."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cast import Member
from tests.kernel.people.test_europass import CV

from corridor.kernel.people import api as people
from corridor.kernel.people.europass import read_europass

PAGE = "/me/data/europass/"


def uploaded(member: Member, content: bytes) -> BeautifulSoup:
    file = SimpleUploadedFile("cv.xml", content, content_type="text/xml")
    return BeautifulSoup(member.client.post(PAGE, {"file": file}).content, "html.parser")


@pytest.mark.usefixtures("starter")
def test_only_what_is_ticked_is_taken(amina: Member, her: people.Person) -> None:
    page = uploaded(amina, CV)
    assert not her.claims.exists()
    assert "add it by hand" in page.text
    boxes = page.select("[name=take][checked]")
    assert len(boxes) == 8
    given = {"found": page.select_one("[name=found]")["value"], "take": [boxes[0]["value"], "99"]}
    answer = amina.client.post(PAGE, given, follow=True)
    assert "Taken into your profile: 1 thing." in answer.content.decode()
    (claim,) = her.claims.all()
    assert (claim.label, claim.source, claim.country) == ("Nurse", "self", "ETH")


def test_another_file_is_refused_with_a_sentence(amina: Member, her: people.Person) -> None:
    assert "This is not a Europass CV" in uploaded(amina, b"<html/>").text
    assert "This field is required" in amina.client.post(PAGE).content.decode()
    empty = b'<Candidate xmlns="http://www.europass.eu/1.0"/>'
    assert "Nothing we know was found" in uploaded(amina, empty).text


def test_a_list_that_was_changed_is_not_taken(amina: Member, her: people.Person) -> None:
    answer = amina.client.post(PAGE, {"found": "forged", "take": "0"}, follow=True)
    assert "Choose it again" in answer.content.decode()
    assert not her.claims.exists()


@pytest.mark.usefixtures("starter")
def test_ones_profile_is_taken_away_as_europass(amina: Member, her: people.Person) -> None:
    found = read_europass(CV)
    people.import_europass(actor=amina.actor, person=her, values=found.values)
    answer = amina.client.get("/me/data/file/europass/")
    assert answer["Content-Type"] == "application/xml"
    assert answer["Content-Disposition"].endswith('-europass.xml"')
    assert b"Black Lion Hospital" in answer.content
