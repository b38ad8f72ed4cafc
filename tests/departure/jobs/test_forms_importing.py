"""The form asks only what the actor can choose."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cast import Member

from corridor.departure.jobs import forms_importing
from corridor.departure.jobs.forms_importing import FileForm
from corridor.kernel.organisations import api as organisations


def test_an_employer_is_not_asked_for_an_agency(
    hana: Member, chen: Member, harbour: organisations.Organisation, crew: object
) -> None:
    assert set(FileForm(actor=hana.actor).fields) == {"organisation_id", "file"}
    assert "agency_id" in FileForm(actor=chen.actor).fields


def test_a_file_too_large_is_refused_before_it_is_read(
    hana: Member, harbour: organisations.Organisation, monkeypatch
) -> None:
    monkeypatch.setattr(forms_importing, "BYTES_MAX", 2)
    file = SimpleUploadedFile("jobs.csv", b"title")
    form = FileForm({"organisation_id": harbour.pk}, {"file": file}, actor=hana.actor)
    assert "larger than can be read" in str(form.errors["file"])
