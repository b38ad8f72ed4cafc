"""Finding occupations and skills by what people call them."""

from __future__ import annotations

import pytest

from corridor.kernel.places.finding import OCCUPATIONS, index_occupations_and_skills
from corridor.kernel.places.models import Occupation, OccupationLabel

pytestmark = pytest.mark.usefixtures("starter")


def test_alternative_names_are_found_after_names() -> None:
    welder = OccupationLabel.objects.get(occupation__code="7212.3", language="en")
    welder.alternatives = "cook of steel\nweld operative"
    welder.save()
    index_occupations_and_skills()
    found = [int(hit.key) for hit in OCCUPATIONS.find("cook")]
    cook = Occupation.objects.get(code="5120.1")
    assert found == [cook.pk, welder.occupation_id]


def test_what_is_retired_is_not_found() -> None:
    Occupation.objects.filter(code="7212.3").update(is_retired=True)
    index_occupations_and_skills()
    assert OCCUPATIONS.find("welder") == []
