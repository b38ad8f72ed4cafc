from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE


def text(answer) -> str:
    return answer.content.decode()


def test_anybody_reads_the_open_vacancies(
    visitor: Client, starter: None, published: jobs.Vacancy
) -> None:
    page = text(visitor.get("/vacancies/"))
    assert "Welder, shipyard" in page
    assert "1 open vacancy" in page
    assert "Qatar" in page


def test_filters_live_in_the_address_and_nonsense_is_no_error(
    visitor: Client, starter: None, published: jobs.Vacancy
) -> None:
    assert "Welder" in text(visitor.get("/vacancies/?occupation=7&country=QAT&language=en&q=hull"))
    empty = text(visitor.get("/vacancies/?country=DEU"))
    assert "No open vacancy fits" in empty
    assert visitor.get("/vacancies/?page=x&occupation=%00&q=" + "a" * 500).status_code == 200


def test_long_lists_come_in_pages_that_keep_the_filters(
    visitor: Client, db: None, welder: jobs.VacancyDraft
) -> None:
    drafts = [replace(welder, title=f"Welder {number}") for number in range(30)]
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=drafts, publish=True)
    first = text(visitor.get("/vacancies/?country=QAT"))
    assert "country=QAT&amp;page=2" in first
    second = text(visitor.get("/vacancies/?country=QAT&page=2"))
    assert second.count("Welder ") == 5
    assert "country=QAT&amp;page=1" in second


def test_the_list_costs_the_same_queries_however_long(
    visitor: Client, db: None, welder: jobs.VacancyDraft, django_assert_max_num_queries
) -> None:
    drafts = [replace(welder, title=f"Welder {number}") for number in range(25)]
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=drafts, publish=True)
    visitor.get("/vacancies/")  # the first in a minute also counts what there is to filter by
    with django_assert_max_num_queries(9):
        visitor.get("/vacancies/")


def test_the_page_of_a_vacancy_tells_its_terms(visitor: Client, published: jobs.Vacancy) -> None:
    page = text(visitor.get(f"/vacancies/{published.number}/"))
    for said in ("Al Noor Marine", "Doha", "The employer pays", "Housing", "English A2"):
        assert said in page
    assert "/publish/" not in page


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_the_pages_open_in_every_language(
    visitor: Client, published: jobs.Vacancy, language: str
) -> None:
    headers = {"accept-language": language}
    for address in ("/vacancies/", f"/vacancies/{published.number}/"):
        assert f'lang="{language}"' in text(visitor.get(address, headers=headers))


def test_markup_in_an_advertisement_stays_text(
    visitor: Client, db: None, welder: jobs.VacancyDraft
) -> None:
    nasty = replace(welder, title="<script>x</script>", description="<b>y</b>")
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=[nasty], publish=True)
    number = jobs.published().get().number
    for address in ("/vacancies/", f"/vacancies/{number}/"):
        assert "<script>x" not in text(visitor.get(address))
        assert "<b>y" not in text(visitor.get(address))


def test_a_draft_looks_like_absence(visitor: Client, drafted: jobs.Vacancy) -> None:
    absent = visitor.get("/vacancies/V99999/")
    hidden = visitor.get(f"/vacancies/{drafted.number}/")
    assert absent.status_code == hidden.status_code == 404
    said = [
        text(answer).partition("<main")[2].partition("</main>")[0] for answer in (absent, hidden)
    ]
    assert said[0] == said[1] != ""


def test_an_officer_publishes_and_closes_from_the_page(
    bodil: Member, drafted: jobs.Vacancy
) -> None:
    address = f"/vacancies/{drafted.number}/"
    assert "/publish/" in text(bodil.client.get(address))
    answer = bodil.client.post(f"/desk/vacancies/{drafted.number}/publish/", follow=True)
    assert "Close as filled" in text(answer)
    again = bodil.client.post(f"/desk/vacancies/{drafted.number}/publish/")
    assert again.status_code == 409
    page = f"/desk/vacancies/{drafted.number}"
    closed = bodil.client.post(f"{page}/close/", {"filled": "yes"}, follow=True)
    assert f'action="{page}/reopen/"' in closed.content.decode()
    assert "open again" in text(bodil.client.post(f"{page}/reopen/", follow=True))
    bodil.client.post(f"/desk/vacancies/{drafted.number}/close/", {"filled": "yes"})
    drafted.refresh_from_db()
    assert drafted.status == "filled"


def test_the_desk_lists_all_and_by_status(bodil: Member, drafted: jobs.Vacancy) -> None:
    assert "Welder" in text(bodil.client.get("/desk/vacancies/"))
    assert "Welder" in text(bodil.client.get("/desk/vacancies/?status=draft"))
    assert "No vacancies here" in text(bodil.client.get("/desk/vacancies/?status=closed"))


def test_an_officer_brings_in_a_file(bodil: Member) -> None:
    content = b"title,country,isco\nCook,DEU,5120\nGuard,DEU,5414\n"
    file = SimpleUploadedFile("v.csv", content, content_type="text/csv")
    answer = bodil.client.post("/desk/vacancies/import/", {"file": file, "publish": "on"})
    assert answer.status_code == 302
    assert jobs.published().count() == 2


def test_a_broken_file_is_refused_with_every_fault(bodil: Member) -> None:
    assert "CSV" in text(bodil.client.get("/desk/vacancies/import/"))
    content = b"title,country,places\nCook,Germany,0\n,DEU,x\n"
    file = SimpleUploadedFile("v.csv", content, content_type="text/csv")
    answer = bodil.client.post("/desk/vacancies/import/", {"file": file})
    assert answer.status_code == 422
    assert "3 things to correct" in text(answer)
    assert not jobs.Vacancy.objects.exists()
