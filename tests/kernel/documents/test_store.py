from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from tests.cast import Member
from tests.kernel.documents.files import PDF, picture, upload

from corridor.kernel.actors.api import Refused
from corridor.kernel.documents import vault
from corridor.kernel.documents.acts import store
from corridor.kernel.documents.api import Document, FileRefused, content_of, store_document
from corridor.kernel.record.api import Entry


def keep(member: Member, file: SimpleUploadedFile) -> Document:
    owner = f"travel.Suitcase:{member.user.pk}"
    return store_document(actor=member.actor, upload=file, kind="diploma", owner=owner)


def test_a_diploma_is_kept_with_its_type_checksum_and_a_line_in_the_record(amina: Member) -> None:
    document = keep(amina, upload())
    assert document.media_type == "application/pdf"
    assert document.sha256 == vault.checksum(PDF)
    assert content_of(document) == PDF
    assert Entry.objects.get(verb="documents.stored").facts["sha256"] == document.sha256


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.pdf", b"", "documents.empty"),
        ("run.exe", b"MZ\x90\x00 this is a program", "documents.type"),
        ("page.html", b"<script>alert(1)</script>", "documents.type"),
        ("photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "documents.type"),
        ("archive.zip", b"PK\x03\x04 and so on", "documents.type"),
        ("photo.jpg", PDF, "documents.mismatch"),
        ("diploma.pdf", picture(), "documents.mismatch"),
        ("cut.pdf", PDF[:30], "documents.broken"),
        ("cut.png", picture(side=64)[:-20], "documents.broken"),
        ("acts.pdf", PDF.replace(b"/Type", b"/JavaScript"), "documents.type"),
    ],
)
def test_a_hostile_or_broken_upload_is_refused_and_leaves_nothing(
    amina: Member, vault_folder, name: str, content: bytes, code: str
) -> None:
    with pytest.raises(FileRefused) as refusal:
        keep(amina, SimpleUploadedFile(name, content))
    assert refusal.value.code == code
    assert not Document.objects.exists()
    assert not list(vault_folder.rglob("*"))


def test_a_file_over_the_limit_is_refused_before_it_is_read(amina: Member, monkeypatch) -> None:
    monkeypatch.setattr(store, "SIZE_MAX_BYTES", 100)
    with pytest.raises(FileRefused, match="at most 0 MB"):
        keep(amina, upload(content=PDF * 20))


def test_a_picture_that_would_fill_the_memory_is_refused(amina: Member, monkeypatch) -> None:
    monkeypatch.setattr("corridor.kernel.documents.sniffing.PIXELS_MAX", 10)
    with pytest.raises(FileRefused) as refusal:
        keep(amina, SimpleUploadedFile("big.png", picture(side=64)))
    assert refusal.value.code == "documents.broken"


def test_nobody_puts_files_into_somebody_elses_suitcase(amina: Member, esra: Member) -> None:
    with pytest.raises(Refused):
        store_document(
            actor=esra.actor,
            upload=upload(),
            kind="diploma",
            owner=f"travel.Suitcase:{amina.user.pk}",
        )


def test_a_name_with_folders_and_control_characters_becomes_a_plain_name(amina: Member) -> None:
    document = keep(amina, upload("..\\..\\etc\\شهادة\u0007.pdf"))
    assert document.name == "شهادة.pdf"


def test_when_the_database_refuses_the_bytes_go_too(amina: Member, vault_folder, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise IntegrityError("no")

    monkeypatch.setattr(Document.objects, "create", refuse)
    with pytest.raises(IntegrityError):
        keep(amina, upload())
    assert not [path for path in vault_folder.rglob("*") if path.is_file()]


def test_a_full_disk_leaves_no_half_file(amina: Member, vault_folder, monkeypatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(vault.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        keep(amina, upload())
    assert not [path for path in vault_folder.rglob("*") if path.is_file()]
    assert not Document.objects.exists()


def test_the_database_itself_refuses_an_empty_file(db) -> None:
    with pytest.raises(IntegrityError):
        Document.objects.create(owner="x:1", kind="x", name="x", size_bytes=0, path="aa/x")


def test_webp_and_jpeg_are_taken(amina: Member) -> None:
    for kind, name in [("WEBP", "a.webp"), ("JPEG", "a.jpg")]:
        assert keep(amina, SimpleUploadedFile(name, picture(kind))).media_type.endswith(
            kind.lower()
        )
