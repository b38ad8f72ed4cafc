"""A proposal comes as a file or as text, and a spreadsheet says of which table it is."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from corridor.services.rules import api as rules
from corridor.services.rules.forms_desk import ProposalForm, is_toml


def test_a_file_goes_before_the_text(fee: rules.TableVersion) -> None:
    file = SimpleUploadedFile("fee.toml", fee.text.encode())
    form = ProposalForm({"text": "nothing", "note": "x"}, {"file": file})
    assert form.is_valid(), form.errors
    assert form.read().digest == fee.digest


def test_everything_needed_is_asked_for(fee: rules.TableVersion) -> None:
    assert set(ProposalForm({}, {}).errors) == {"file", "note"}
    rows = SimpleUploadedFile("rows.XLSX", b"PK")
    assert set(ProposalForm({"note": "x"}, {"file": rows}).errors) == {"table"}
    assert not is_toml("rows.XLSX")
    assert is_toml("table.toml")
