"""What the database itself refuses of consents."""

import pytest
from django.db import IntegrityError, transaction

from corridor.kernel.people import api as people
from corridor.kernel.people.models_consent import Consent


@pytest.mark.parametrize(
    "wrong", [{"purpose": "selling"}, {"wording_version": ""}, {"purpose": "matching"}]
)
def test_an_unknown_purpose_no_wording_or_a_second_one_is_refused(
    her: people.Person, wrong: dict
) -> None:
    given = {"purpose": "alerts", "wording_version": "2026-11", "source": "self"} | wrong
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(person=her, **given)
