"""The forms of job orders."""

from __future__ import annotations

from tests.cast import Member

from corridor.departure.jobs.forms_orders import AskForm, DecideForm, StateForm


def test_an_employer_asks_only_for_their_own(hana: Member, harbour, crew, starter) -> None:
    form = AskForm(actor=hana.actor)
    assert form.fields["organisation_id"].choices == [(str(harbour.pk), "Harbour Works")]


def test_nonsense_in_a_filter_counts_as_not_asked() -> None:
    assert StateForm({"state": "nonsense"}).chosen() == ""
    assert StateForm({"state": "asked"}).chosen() == "asked"
    assert not DecideForm({"places": "0"}).is_valid()
