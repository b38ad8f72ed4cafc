"""The pages of an employer's file, from the template to undoing it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cast import Member
from tests.departure.jobs.test_bring_in import row, table

from corridor.departure.jobs import api as jobs
from corridor.kernel.background import api as background
from corridor.kernel.organisations import api as organisations

PAGE = "/me/hiring/import/"


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def give(member: Member, harbour: organisations.Organisation, content: bytes):
    file = SimpleUploadedFile("jobs.csv", content)
    return member.client.post(PAGE, {"organisation_id": harbour.pk, "file": file})


def do(member: Member, address: str, verb: str) -> str:
    return text(member.client.post(f"{address}do/{verb}/", follow=True))


def test_a_file_is_looked_over_corrected_brought_in_and_undone(
    hana: Member, harbour: organisations.Organisation
) -> None:
    assert "Bring in a file" in text(hana.client.get("/me/hiring/"))
    assert "Look it over" in text(hana.client.get(PAGE))
    csv = b"".join(hana.client.get(f"{PAGE}?format=csv")).decode("utf-8-sig")
    assert csv.startswith("reference,title")
    answer = give(hana, harbour, table(row(1), row(2, country="XX"), row(3, title="")))
    page = text(hana.client.get(answer.url))
    assert "2 things to correct" in page
    assert "Use a three-letter country code" in page
    assert "Welder 1" in page
    assert "Bring all in as drafts" not in page
    assert "Correct the file, or bring in the right rows alone." in do(hana, answer.url, "all")
    assert "the wrong ones are left out" in do(hana, answer.url, "right")
    assert jobs.Vacancy.objects.get().title == "Welder 1"
    assert "This file was decided on already" in do(hana, answer.url, "drop")
    assert "every draft of this file is thrown away" in do(hana, answer.url, "undo")
    assert "jobs.csv" in text(hana.client.get(PAGE))
    assert not jobs.Vacancy.objects.exists()


def test_a_right_file_is_brought_in_and_sent(
    hana: Member, harbour: organisations.Organisation
) -> None:
    answer = give(hana, harbour, table(row(1), row(2, hours_weekly="")))
    assert "Bring all in as drafts" in text(hana.client.get(answer.url))
    assert "Brought in as drafts." in do(hana, answer.url, "all")
    assert "They are being sent" in do(hana, answer.url, "send")
    background.work_off()
    statuses = sorted(jobs.Vacancy.objects.values_list("status", flat=True))
    assert statuses == ["draft", "submitted"]
    again = give(hana, harbour, table(row(1)))
    assert "1 row was left alone" in do(hana, again.url, "all")
    dropped = give(hana, harbour, table(row(9)))
    assert "nothing of it was kept" in do(hana, dropped.url, "drop")


def test_what_is_no_table_is_said(hana: Member, harbour: organisations.Organisation) -> None:
    answer = give(hana, harbour, b"")
    assert answer.status_code == 422
    assert "The file cannot be read as a table." in text(answer)


def test_others_find_nothing(
    hana: Member, chen: Member, harbour: organisations.Organisation
) -> None:
    answer = give(hana, harbour, table(row(1)))
    assert chen.client.get(answer.url).status_code == 404
    assert chen.client.post(f"{answer.url}do/all/").status_code == 404
    assert hana.client.post(f"{answer.url}do/dance/").status_code == 404
    assert "organisation" in text(chen.client.get(PAGE))
    assert not jobs.Vacancy.objects.exists()


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_it_is_read_in_every_language(
    hana: Member, harbour: organisations.Organisation, language: str
) -> None:
    answer = give(hana, harbour, table(row(1), row(2, country="XX")))
    for address in (PAGE, answer.url):
        page = text(hana.client.get(address, headers={"accept-language": language}))
        assert f'lang="{language}"' in page
