"""What higher apps may hear about organisations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OrganisationVerified:
    """A decision was taken; `verified` says which way."""

    organisation_id: int
    verified: bool
