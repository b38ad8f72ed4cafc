"""Searches are kept, switched and removed by whose they are."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.acts import save_search as searching
from corridor.kernel.actors.api import Refused
from corridor.kernel.record.api import Entry

QATAR = jobs.Wanted(country="QAT")


def test_the_same_search_is_kept_once(amina: Member) -> None:
    person = world.cook(amina)
    first = jobs.save_search(actor=amina.actor, person=person, wanted=QATAR)
    assert jobs.save_search(actor=amina.actor, person=person, wanted=QATAR) == first
    assert (first.query, first.alerts) == ("country=QAT", True)
    with pytest.raises(IntegrityError):
        jobs.SavedSearch.objects.create(person=person, query=first.query)


def test_nothing_and_too_much_are_refused(amina: Member) -> None:
    person = world.cook(amina)
    with pytest.raises(jobs.NothingSought):
        jobs.save_search(actor=amina.actor, person=person, wanted=jobs.Wanted())
    for number in range(searching.SEARCHES_MAX):
        wanted = jobs.Wanted(text=f"word{number}")
        jobs.save_search(actor=amina.actor, person=person, wanted=wanted)
    with pytest.raises(jobs.TooManySearches):
        jobs.save_search(actor=amina.actor, person=person, wanted=QATAR)


def test_only_oneself_changes_and_removes(amina: Member, dawit: Member) -> None:
    saved = jobs.save_search(actor=amina.actor, person=world.cook(amina), wanted=QATAR)
    world.cook(dawit)
    for refused in (
        lambda: jobs.save_search(actor=dawit.actor, person=saved.person, wanted=QATAR),
        lambda: jobs.switch_alerts(actor=dawit.actor, search=saved, alerts=False),
        lambda: jobs.remove_search(actor=dawit.actor, search=saved),
        lambda: searching.own_search(dawit.actor, saved.pk),
    ):
        with pytest.raises(Refused):
            refused()
    assert not jobs.switch_alerts(actor=amina.actor, search=saved, alerts=False).alerts
    jobs.remove_search(actor=amina.actor, search=searching.own_search(amina.actor, saved.pk))
    assert not jobs.SavedSearch.objects.exists()
    assert Entry.objects.filter(verb="jobs.search_removed").exists()


def test_the_link_ends_all_messages_without_signing_in(amina: Member) -> None:
    person = world.cook(amina)
    for country in ("QAT", "DEU"):
        wanted = jobs.Wanted(country=country)
        jobs.save_search(actor=amina.actor, person=person, wanted=wanted)
    code = searching.stop_link(person).rstrip("/").rpartition("/")[2]
    assert jobs.stop_by_link(code=code) == 2
    assert jobs.stop_by_link(code=code) == 0
    with pytest.raises(jobs.StopLinkUnusable):
        jobs.stop_by_link(code=code[:-1])
