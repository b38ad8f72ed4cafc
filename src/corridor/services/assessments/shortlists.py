"""Lists of people that apps above hold, told to this one: who was listed for what (R7/V12)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corridor.kernel.actors.api import Actor, can


@dataclass(frozen=True, kw_only=True)
class Shortlist:
    """References of those listed, best first, and the organisation they are listed for."""

    about: str
    title: str
    references: tuple[str, ...]
    organisation_id: int | None = None
    # Where the work is (alpha-3); the clock a session is planned by unless somebody says otherwise.
    country: str = ""


Finder = Callable[[str], Shortlist | None]
_finders: list[Finder] = []


def provide_shortlists(find: Finder) -> Finder:
    """Register how a subject such as R7/V12 leads to its list; called from an app's `ready()`."""
    if find not in _finders:
        _finders.append(find)
    return find


def shortlist_of(about: str) -> Shortlist | None:
    """The list that somebody above holds for this subject."""
    return next((found for find in _finders if (found := find(about)) is not None), None)


def shortlist_for(actor: Actor, about: str) -> Shortlist | None:
    """The list, for whoever may invite from it: officers, and those it is held for."""
    listed = shortlist_of(about) if about else None
    if listed is None or can(actor, "assessments.invite_anybody"):
        return listed
    return listed if listed.organisation_id in actor.organisation_ids else None
