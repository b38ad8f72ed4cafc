"""Writing code lists in their order."""

from __future__ import annotations

import pytest

from corridor.kernel.places.loaders.shelves import (
    Label,
    OccupationRow,
    put_groups,
    put_occupations,
)
from corridor.kernel.places.models import Occupation, OccupationGroup

pytestmark = pytest.mark.django_db


def test_titles_in_other_languages_are_kept() -> None:
    put_groups({"7": {"en": "Craft", "ar": "الحرفيون"}, "72": {"en": "Metal"}})
    put_groups({"7": {"en": "Craft workers"}})
    assert OccupationGroup.objects.get(code="7").titles == {"en": "Craft workers", "ar": "الحرفيون"}
    assert OccupationGroup.objects.get(code="72").parent_id == "7"


def test_an_occupation_may_stand_below_one_written_after_it() -> None:
    put_groups({"7": {"en": "Craft"}})
    rows = [
        OccupationRow(uri="u:1", code="7.1.1", group="7", broader="u:2"),
        OccupationRow(uri="u:2", code="7.1", group="7", labels={"en": Label(label="welder")}),
    ]
    ids = put_occupations({row.uri: row for row in rows})
    assert Occupation.objects.get(uri="u:1").broader_id == ids["u:2"]
    assert str(Occupation.objects.get(uri="u:2").labels.get()) == "welder"
