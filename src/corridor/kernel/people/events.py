"""What higher apps may hear about people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PersonRegistered:
    person_id: int


@dataclass(frozen=True)
class ClaimsChanged:
    """Something a person said, or what was verified of it, is different now."""

    person_id: int


@dataclass(frozen=True)
class ConsentChanged:
    """Somebody agreed to a purpose, or took that back; it counts from this moment."""

    person_id: int
    purpose: str
    given: bool


@dataclass(frozen=True)
class PeopleMerged:
    kept_id: int
    merged_id: int


@dataclass(frozen=True)
class PeopleUnmerged:
    kept_id: int
    merged_id: int


@dataclass(frozen=True)
class PersonErased:
    person_id: int
