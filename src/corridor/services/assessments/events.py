"""What higher apps may hear about assessments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ResultRecorded:
    """A result counts from now on: confirmed where that is asked, or a correction of one before."""

    result_id: int
    session_id: int
    person_id: int
    about: str


@dataclass(frozen=True)
class SessionCancelled:
    session_id: int
    about: str


@dataclass(frozen=True)
class PlaceBooked:
    """Somebody has a place at a time now, also by moving up from the waiting list."""

    session_id: int
    person_id: int
    about: str
