"""A decided file says when, and keeps no content."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from corridor.departure.jobs import api as jobs
from corridor.kernel.organisations import api as organisations


def test_a_file_is_waiting_or_decided(harbour: organisations.Organisation) -> None:
    made = jobs.VacancyImport.objects.create(
        organisation=harbour, content=b"x", rows=3, rows_wrong=1, given_by="test"
    )
    assert (made.rows_right, str(made)) == (2, f"import {made.pk}: checked")
    for wrong in ({"state": "imported"}, {"rows_wrong": 4}):
        with pytest.raises(IntegrityError), transaction.atomic():
            jobs.VacancyImport.objects.filter(pk=made.pk).update(**wrong)
