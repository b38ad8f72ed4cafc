"""Other apps tell what they hold."""

from __future__ import annotations

import pytest
from tests.cast import Member

from corridor.kernel.people import api as people
from corridor.kernel.people import exporting


def test_what_another_app_holds_is_in_the_export(
    amina: Member, her: people.Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "_holders", {})
    people.exported_with("letters")(lambda person: [{"to": person.reference}])
    found = people.export_person(actor=amina.actor, person=her)
    assert found["letters"] == [{"to": her.reference}]


def test_two_apps_do_not_share_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "_holders", {})
    people.exported_with("letters")(lambda _person: [])
    with pytest.raises(ValueError, match="letters"):
        people.exported_with("letters")(lambda _person: [])
