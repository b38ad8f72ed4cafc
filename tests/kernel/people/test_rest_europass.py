"""A Europass CV by API."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cast import Member
from tests.kernel.people.test_europass import CV

from corridor.kernel.people import api as people

ADDRESS = "/api/v1/people/me/europass"


def upload(content: bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("cv.xml", content, content_type="text/xml")}


@pytest.mark.usefixtures("starter")
def test_it_is_brought_and_taken_away(amina: Member, her: people.Person) -> None:
    answer = amina.client.post(ADDRESS, upload(CV))
    assert answer.status_code == 201
    assert answer.json() == {"taken": 8, "left_out": ["Experience: –", "Language: –"]}
    assert her.claims.count() == 8
    assert b"Carer" in amina.client.get(ADDRESS).content


def test_another_file_is_a_problem_with_a_code(amina: Member, her: people.Person) -> None:
    answer = amina.client.post(ADDRESS, upload(b"<html/>"))
    assert answer.status_code == 422
    assert answer.json()["type"] == "people.europass_unreadable"
