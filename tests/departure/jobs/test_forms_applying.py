"""The form of a share."""

from __future__ import annotations

from corridor.departure.jobs.forms_applying import ShareForm


def test_nonsense_is_refused() -> None:
    form = ShareForm({"organisation_id": "x", "valid_until": "soon"})
    assert set(form.errors) == {"organisation_id", "valid_until"}
