"""Keep a search, switch its messages, remove it; stop them all by a link."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse

from corridor.departure.jobs.errors import NothingSought, StopLinkUnusable, TooManySearches
from corridor.departure.jobs.models import SavedSearch
from corridor.departure.jobs.wanting import Wanted
from corridor.kernel.actors.api import ANONYMOUS, Actor, Refused, may
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record

SEARCHES_MAX = 20
SALT = "jobs.alerts"
LINK_DAYS = 366


def save_search(*, actor: Actor, person: people.Person, wanted: Wanted) -> SavedSearch:
    """Keep it, with messages about what is new. Saving the same again gives the one there is.

    Raises NothingSought for a search without filters, TooManySearches beyond 20.
    """
    may(actor, "jobs.apply", person)
    query = wanted.query()
    if not query:
        raise NothingSought
    with transaction.atomic():
        people.Person.objects.select_for_update().get(pk=person.pk)
        held = SavedSearch.objects.filter(person=person)
        if found := held.filter(query=query).first():
            return found
        if held.count() >= SEARCHES_MAX:
            raise TooManySearches(most=SEARCHES_MAX)
        made = SavedSearch.objects.create(person=person, query=query)
        record.note(actor, "jobs.search_saved", made)
    return made


def switch_alerts(*, actor: Actor, search: SavedSearch, alerts: bool) -> SavedSearch:
    """Whether messages tell of what is new in it."""
    may(actor, "jobs.apply", search.person)
    SavedSearch.objects.filter(pk=search.pk).update(alerts=alerts)
    search.alerts = alerts
    record.note(actor, "jobs.search_switched", search, alerts=alerts)
    return search


def remove_search(*, actor: Actor, search: SavedSearch) -> None:
    may(actor, "jobs.apply", search.person)
    with transaction.atomic():
        record.note(actor, "jobs.search_removed", search)
        search.delete()


def own_search(actor: Actor, number: int) -> SavedSearch:
    """One's own search by its number; otherwise Refused."""
    person = people.person_of(actor)
    found = SavedSearch.objects.filter(person=person, pk=number).first() if person else None
    if found is None:
        raise Refused("jobs.apply")
    return found


def stop_link(person: people.Person) -> str:
    """The address in each message that ends them, without signing in."""
    code = signing.dumps(person.pk, salt=SALT)
    return settings.BASE_URL + reverse("jobs.stop_alerts", kwargs={"code": code})


def person_of_stop_link(code: str) -> people.Person:
    """Whose link this is; it works for a year. Raises StopLinkUnusable."""
    try:
        number = signing.loads(code, salt=SALT, max_age=timedelta(days=LINK_DAYS))
    except signing.BadSignature:
        raise StopLinkUnusable from None
    person = people.Person.objects.filter(pk=number).first()
    if person is None:
        raise StopLinkUnusable
    return person


def stop_by_link(*, code: str, actor: Actor = ANONYMOUS) -> int:
    """No more messages about any search of theirs; how many that ended. Safe to do twice."""
    person = person_of_stop_link(code)
    with transaction.atomic():
        ended = SavedSearch.objects.filter(person=person, alerts=True).update(alerts=False)
        if ended:
            record.note(actor, "jobs.alerts_stopped", person, searches=ended)
    return ended
