"""Files by API."""

from __future__ import annotations

import json

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cast import Member
from tests.departure.jobs.test_bring_in import row, table

from corridor.departure.jobs import api as jobs
from corridor.kernel.organisations import api as organisations

API = "/api/v1/vacancies/imports"


def test_a_file_by_api(hana: Member, chen: Member, harbour: organisations.Organisation) -> None:
    file = SimpleUploadedFile("jobs.csv", table(row(1), row(2, country="XX")))
    made = hana.client.post(API, {"organisation_id": harbour.pk, "file": file})
    assert made.status_code == 201
    told = made.json()
    assert (told["state"], told["rows_wrong"]) == ("checked", 1)
    assert [told["faults"][0][name] for name in ("row", "field")] == [3, "country"]
    one = f"{API}/{told['id']}"
    assert hana.client.get(API).json() == [hana.client.get(one).json()]
    assert chen.client.get(one).status_code == 404

    def post(path: str, **body: object):
        return hana.client.post(f"{one}/{path}", json.dumps(body), content_type="application/json")

    refused = post("drafts")
    assert refused.status_code == 422
    assert "import" in refused.json()["type"]
    assert post("drafts", right_ones=True).json()["made"] == 1
    assert post("submission").json() == {"sent": 1, "lacking": 0}
    assert hana.client.delete(f"{one}/drafts").status_code == 409
    jobs.take_back_vacancy(actor=hana.actor, vacancy=jobs.Vacancy.objects.get())
    assert hana.client.delete(f"{one}/drafts").json()["state"] == "undone"
    assert hana.client.delete(one).status_code == 409


def test_the_office_looks_a_file_over_and_brings_it_in(bodil: Member, hana: Member) -> None:
    def bring(client: Client, *rows: str, **more: object):
        file = SimpleUploadedFile("jobs.csv", table(*rows))
        return client.post("/api/v1/vacancies/desk/imports", {"file": file, **more})

    looked = bring(bodil.client, row(1), row(2))
    assert (looked.status_code, looked.json()) == (200, {"new": 2, "known": 0, "saved": False})
    assert not jobs.Vacancy.objects.exists()
    refused = bring(bodil.client, row(1), row(2, country="XX"), save="true")
    assert refused.status_code == 422
    assert "country" in str(refused.json()["facts"])
    assert not jobs.Vacancy.objects.exists()
    for other in (hana.client, bodil.program("people")):
        assert bring(other, row(1), save="true").status_code == 404
    saved = bring(bodil.program("jobs"), row(1), row(2), save="true")
    assert (saved.status_code, saved.json()["new"]) == (201, 2)
    assert bring(bodil.client, row(1), row(3)).json() == {"new": 1, "known": 1, "saved": False}
