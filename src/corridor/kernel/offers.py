"""What an app offers the site: links, cards and claims. Frozen values, read by discovery.

An app's `navigation.py` may hold `LINKS` (a list of Link), `cards(actor)` (a list of Card) and
`steps(actor)` (a list of Step) for the home page of a door, and `find(actor, text, most)` (a list
of Hit) for the search at the desk. Its `activities.py` holds `CLAIMS` (a list of Claim).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from django_stubs_ext import StrOrPromise

from corridor.kernel.actors.api import Actor


class Area(StrEnum):
    """The three doors on the web."""

    PUBLIC = "public"
    ME = "me"
    DESK = "desk"


def everybody(_actor: Actor) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Link:
    """A place in the navigation. `page` is a URL name without arguments; lower `order` first.

    `shown_to` says whether this actor is shown it; what it opens guards itself all the same.
    """

    area: Area
    page: str
    name: StrOrPromise
    order: int = 50
    shown_to: Callable[[Actor], bool] = everybody


Tone = Literal["neutral", "info", "good", "warn", "bad"]


@dataclass(frozen=True, kw_only=True)
class Card:
    """A tile on the home page of a door: what there is, how much of it, where it leads.

    `queue` says how many wait for this actor (0 when none does), `oldest` since when the first of
    them waits, `tone` how pressing that is; such a card stands above the others. Links are a label
    and an address: a URL name ("jobs.desk?status=draft" with a query) or a path ("/desk/…"). The
    count leads to the first.
    """

    area: Area
    title: StrOrPromise
    text: StrOrPromise = ""
    count: int | None = None
    queue: int | None = None
    oldest: datetime | None = None
    tone: Tone = "neutral"
    links: tuple[tuple[StrOrPromise, str], ...] = field(default=())
    order: int = 50


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something this actor can do next, said on the home page of a door until it is done.

    `page` is an address as in a Card; `due` the moment it must be done by.
    """

    area: Area
    title: StrOrPromise
    action: StrOrPromise
    page: str
    text: StrOrPromise = ""
    due: datetime | None = None
    order: int = 50


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Something the search at the desk found: of what `kind`, what it is called, where it is."""

    kind: StrOrPromise
    title: StrOrPromise
    page: str
    text: StrOrPromise = ""


# How far a part of a row is: its page answers, a record changed, a figure was proved elsewhere.
State = Literal["shown", "done", "judged"]


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One part of a row of the matrix that this app carries out.

    `part` is a row and a part number from one (1a1.2); `page` a URL name, `more_pages` those that
    serve the same part (patterns such as people.* will do); `act` what the app's api offers for it
    (people.add_claim); `doc` a file of the repository. A test marked plays(part) plays it.
    """

    part: str
    page: str
    act: str
    doc: str
    state: State
    more_pages: tuple[str, ...] = ()
