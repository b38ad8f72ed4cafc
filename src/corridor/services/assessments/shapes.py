"""Sessions, candidates and results as plain values, for the API and the command line."""

from __future__ import annotations

from typing import Any

from corridor.services.assessments.models import Candidate, Result, Session, Slot

SHORT = (
    *("number", "title", "state", "about", "starts_at", "ends_at", "books_until", "time_zone"),
    *("place", "link", "language", "places", "taken", "waiting"),
)


def short(session: Session) -> dict[str, Any]:
    """A session as reads give it, counted."""
    found = {name: getattr(session, name) for name in SHORT}
    return {**found, "kind": session.kind.code, "method": session.kind.method}


def whole(session: Session) -> dict[str, Any]:
    return {
        **short(session),
        "note": session.note,
        "sheet": session.sheet,
        "pass_percent": session.pass_share / 100,
        "four_eyes": session.four_eyes,
        "slots": [slot_out(slot) for slot in session.slots.all()],
    }


def slot_out(slot: Slot) -> dict[str, Any]:
    names = ("starts_at", "ends_at", "places_max", "places_taken")
    return {"id": slot.pk, **{name: getattr(slot, name) for name in names}}


def seat(candidate: Candidate) -> dict[str, Any]:
    """By reference number; names are not for programs."""
    return {
        "reference": candidate.person.reference,
        "state": candidate.state,
        "slot": candidate.slot_id,
    }


def result_out(result: Result) -> dict[str, Any]:
    names = ("state", "scores", "passed", "level", "valid_until", "confirmed_at")
    return {
        "id": result.pk,
        "session": result.candidate.session.number,
        "reference": result.candidate.person.reference,
        "percent": result.percent,
        **{name: getattr(result, name) for name in names},
    }
