from __future__ import annotations

from corridor.services.rounds.forms_points import PointsForm
from corridor.services.rounds.points import system_called


def test_the_form_asks_what_the_table_asks_and_wants_nothing() -> None:
    system = system_called("canada-crs")
    form = PointsForm(system, {"age": "30", "with_partner": "no", "education": "master"})
    assert tuple(form.fields) == system.asked
    assert form.is_valid(), form.errors
    assert form.facts() == {"age": 30, "with_partner": False, "education": "master"}


def test_what_the_table_cannot_hold_stands_beside_its_field() -> None:
    form = PointsForm(system_called("canada-crs"), {"age": "300", "education": "phd"})
    assert not form.is_valid()
    assert set(form.errors) == {"age", "education"}
