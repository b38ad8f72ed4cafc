"""Reasons by field, as an officer writes them."""

from __future__ import annotations

from corridor.departure.jobs.forms_checking import SendBackForm


def test_reasons_are_those_that_were_written() -> None:
    fields = {"": "All of it", "pay": "Pay", "title": "Title"}
    form = SendBackForm({"all": "See law 12.", "pay": " ", "title": "Too short."}, fields=fields)
    assert form.is_valid()
    assert form.reasons() == {"": "See law 12.", "title": "Too short."}
