from django.test import Client
from django.urls import reverse
from tests.cast import Member
from tests.kernel.documents.files import PDF, upload
from tests.kernel.documents.test_store import keep

from corridor.kernel.documents import vault
from corridor.kernel.record.api import Entry


def address(document) -> str:
    return reverse("documents.download", args=[document.number])


def test_a_document_comes_as_an_attachment_that_runs_nothing(amina: Member) -> None:
    answer = amina.client.get(address(keep(amina, upload("diplôme.pdf"))))
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "private, no-store"


def test_when_an_officer_opens_it_the_record_says_so(amina: Member, bodil: Member) -> None:
    document = keep(amina, upload())
    amina.client.get(address(document))
    assert not Entry.objects.filter(verb="documents.opened").exists()
    assert bodil.client.get(address(document)).status_code == 200
    assert Entry.objects.get(verb="documents.opened").actor == f"user:{bodil.user.pk}"


def test_strangers_and_wrong_numbers_get_the_same_answer(
    amina: Member, esra: Member, visitor: Client
) -> None:
    document = keep(amina, upload())
    refused = esra.client.get(address(document))
    absent = esra.client.get("/documents/no-such-number/")
    assert (refused.status_code, absent.status_code) == (404, 404)
    assert visitor.get(address(document)).status_code == 404


def test_a_file_changed_on_the_disk_is_not_served(amina: Member) -> None:
    document = keep(amina, upload())
    (vault.folder() / document.path).write_bytes(PDF + b"changed")
    answer = amina.client.get(address(document))
    assert answer.status_code == 500
    assert "not the one that was uploaded" in answer.content.decode()
