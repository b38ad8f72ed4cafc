from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from corridor.departure.jobs import api as jobs
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.site import demo


@pytest.fixture
def said(db: None, tmp_path: Path, settings: LazySettings, monkeypatch) -> list[str]:
    """The demo without the data folder, small, run once; what it said."""
    settings.HOME, settings.DATA = tmp_path, tmp_path / "absent"
    monkeypatch.setattr(demo, "PEOPLE_WITHOUT_DATA", 150)
    lines: list[str] = []
    demo.prepare(lines.append)
    return lines


def test_the_demo_stands_on_the_starter_facts_alone(said: list[str], visitor: Client) -> None:
    told = "\n".join(said)
    assert "the demo runs on the starter facts" in told
    assert "nobody is real" in told
    assert jobs.published().count() == 26
    found = rounds.published().get()
    assert found.placed_count > 0
    assert f"/rounds/{found.number}/" in told
    assert visitor.get(f"/rounds/{found.number}/").status_code == 200


def test_a_second_time_changes_nothing(said: list[str]) -> None:
    before = (people.Person.objects.count(), rounds.Round.objects.count())
    demo.prepare(said.append)
    assert (people.Person.objects.count(), rounds.Round.objects.count()) == before
    assert jobs.Vacancy.objects.count() == 28


def test_each_of_the_cast_signs_in_as_it_says(said: list[str]) -> None:
    told = "\n".join(said)
    for name, part in demo.CAST.items():
        assert f"{name}@example.org" in told
        given = {"login": f"{name}@example.org", "password": demo.PASSWORD}
        client = Client()
        assert client.post("/account/login/", given).status_code == 302, name
        for page in part.pages:
            assert client.get(page).status_code == 200, f"{name}: {page}"
            assert page in told


def test_amina_finds_something_that_fits(said: list[str], settings: LazySettings) -> None:
    from corridor.kernel.accounts.api import user_by_login
    from corridor.services.rounds.fitting import what_fits

    user = user_by_login("amina@example.org")
    found = what_fits(people.Person.objects.get(user=user))
    assert [fit.card.title for fit in found.fits] == ["Care assistant for older people"]
    assert json.dumps([fit.score for fit in found.fits])


def test_without_the_examples_it_says_where_they_should_be(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(demo, "__file__", str(tmp_path / "a" / "b" / "c" / "demo.py"))
    with pytest.raises(demo.NoExamples, match="clone of the repository"):
        demo.examples()
