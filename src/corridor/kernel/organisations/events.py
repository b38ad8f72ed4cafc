"""What higher apps may hear about organisations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OrganisationVerified:
    """A decision was taken; `verified` says which way."""

    organisation_id: int
    verified: bool


@dataclass(frozen=True)
class LicenceSuspended:
    """A licence allows nothing any more; `activity` says what it allowed."""

    organisation_id: int
    activity: str


@dataclass(frozen=True)
class LicenceRestored:
    """A suspended licence allows again what it did; `activity` says what."""

    organisation_id: int
    activity: str


@dataclass(frozen=True)
class AuthorisationEnded:
    """An agency recruits for this employer no longer."""

    employer_id: int
    agency_id: int
