"""What the database itself refuses of merges and erasures."""

import pytest
from django.db import IntegrityError, transaction

from corridor.kernel.people import api as people
from corridor.kernel.people.models_after import Erasure, Merge


def test_nobody_is_merged_into_themselves(her: people.Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Merge.objects.create(kept=her, merged=her, reason="twice")


def test_nobody_is_erased_without_having_asked(her: people.Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Erasure.objects.create(person=her, by_themselves=False)
