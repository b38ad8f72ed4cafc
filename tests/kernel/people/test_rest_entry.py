"""A table of people by API."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.people import api as people
from corridor.kernel.people.models import Person

API = "/api/v1/people/desk/imports"
HEAD = "full_name,birth,isco,consents\n"


def bring(client: Client, *lines: str, **more: object):
    table = SimpleUploadedFile("people.csv", (HEAD + "\n".join(lines)).encode())
    return client.post(API, {"file": table, **more})


def test_a_table_is_looked_over_and_then_brought_in(bodil: Member) -> None:
    known = register(bodil, full_name="Ram Thapa", birth="1990")
    lines = ["Sita Gurung,1994,5322,matching", "Ram Thapa,1990,7212,-"]
    looked = bring(bodil.client, *lines)
    assert looked.status_code == 200
    alike = [{"row": 2, "name": "Ram Thapa", "others": [known.reference_spaced]}]
    assert looked.json() == {"people": 2, "saved": False, "alike": alike, "number": None}
    assert Person.objects.count() == 1
    saved = bring(bodil.client, *lines, save="true")
    assert (saved.status_code, saved.json()["saved"]) == (201, True)
    sita = Person.objects.get(full_name="Sita Gurung")
    assert people.consents_to(sita, people.Purpose.MATCHING)
    page = f"{API}/{saved.json()['number']}"
    assert bodil.client.delete(page).json()["undone_at"]
    assert not Person.objects.filter(full_name="Sita Gurung").exists()
    assert bodil.client.delete(page).status_code == 409


def test_everything_wrong_is_told_by_row_and_column_and_nothing_is_kept(bodil: Member) -> None:
    refused = bring(bodil.client, "Sita,1994,5322,", ",soon,99999,", save="true")
    assert refused.status_code == 422
    problems = refused.json()["facts"]["problems"]
    assert {(one["row"], one["column"]) for one in problems} >= {(2, "full_name"), (2, "isco")}
    assert not Person.objects.exists()


def test_what_is_no_table_is_refused(bodil: Member) -> None:
    other = SimpleUploadedFile("people.csv", b"colour,shape\nred,round\n")
    answer = bodil.client.post(API, {"file": other})
    assert answer.status_code == 422
    assert answer.json()["facts"]["problems"]


def test_nobody_else_brings_people_in(farid: Member, bodil: Member) -> None:
    assert bring(farid.client, "Sita,1994,5322,").status_code == 404
    assert bring(bodil.program("jobs"), "Sita,1994,5322,", save="true").status_code == 404
    assert bring(bodil.program("people"), "Sita,1994,5322,", save="true").status_code == 201
    assert Person.objects.count() == 1
