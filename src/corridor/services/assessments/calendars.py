"""Appointments as iCalendar (RFC 5545): a file for one, a feed for those who examine.

A change raises SEQUENCE, a cancellation says STATUS:CANCELLED, so that calendars follow.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar as File
from icalendar import Event

from corridor.kernel.actors.api import Actor, Refused
from corridor.kernel.record import api as record
from corridor.services.assessments import reads, telling
from corridor.services.assessments.models import Calendar, Candidate, Session, Slot

MEDIA_TYPE = "text/calendar; charset=utf-8"


def new_file(*, method: str = "PUBLISH") -> File:
    found = File()
    found.add("prodid", "-//Corridor//assessments//EN")
    found.add("version", "2.0")
    found.add("method", method)
    return found


def event_of(
    session: Session, slot: Slot | None, *, uid: str, summary: str, page: str, cancelled: bool
) -> Event:
    """One appointment. Times are written in UTC, which needs no table of zones."""
    found = Event()
    found.add("uid", f"{uid}@{urlsplit(settings.BASE_URL).hostname}")
    found.add("sequence", session.sequence)
    found.add("dtstamp", session.changed_at)
    found.add("last-modified", session.changed_at)
    found.add("dtstart", slot.starts_at if slot else session.starts_at)
    found.add("dtend", slot.ends_at if slot else session.ends_at)
    found.add("summary", summary)
    found.add("location", telling.where(session))
    found.add("url", settings.BASE_URL + page)
    found.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    if session.note:
        found.add("description", session.note)
    return found


def file_for(candidate: Candidate) -> bytes:
    """The appointment of one candidate; a cancelled one tells the calendar so."""
    session = candidate.session
    cancelled = not candidate.holds_place
    made = new_file(method="CANCEL" if cancelled else "PUBLISH")
    made.add_component(
        event_of(
            session,
            candidate.slot,
            uid=f"candidate-{candidate.pk}",
            summary=session.title,
            page=reverse("assessments.mine", kwargs={"number": session.number}),
            cancelled=cancelled,
        )
    )
    return bytes(made.to_ical())


def feed_of(sessions: Iterable[Session]) -> bytes:
    """Every time of these sessions, for those who examine: how many come, and no names."""
    made = new_file()
    made.add("x-wr-calname", _("Tests and interviews"))
    for session in sessions:
        for slot in session.slots.all():
            taken = _("%(taken)s of %(places)s places") % {
                "taken": slot.places_taken,
                "places": slot.places_max,
            }
            made.add_component(
                event_of(
                    session,
                    slot,
                    uid=f"slot-{slot.pk}",
                    summary=f"{session.title} ({taken})",
                    page=session.get_absolute_url(),
                    cancelled=session.is_cancelled,
                )
            )
    return bytes(made.to_ical())


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def make_calendar(*, actor: Actor) -> str:
    """A new secret for one's own feed, shown this once; the one before stops working."""
    if actor.user_id is None or actor.scopes is not None:
        raise Refused("assessments.see")
    secret = secrets.token_urlsafe(24)
    with transaction.atomic():
        made, _new = Calendar.objects.update_or_create(
            user_id=actor.user_id,
            defaults={"digest": digest_of(secret), "made_at": timezone.now()},
        )
        record.note(actor, "assessments.calendar_made", made)
    return secret


def feed_for(secret: str) -> bytes:
    """The feed behind a secret. Raises Refused for one that is none (any more)."""
    found = Calendar.objects.filter(digest=digest_of(secret), user__is_active=True).first()
    if found is None:
        raise Refused("assessments.see")
    return feed_of(reads.examined_by(found.user_id))
