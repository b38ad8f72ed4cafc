"""A session and a kind as somebody writes them, and everything wrong with them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_slug
from django.utils.translation import gettext_lazy as _

from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.assessments import times
from corridor.services.assessments.errors import Finding
from corridor.services.assessments.models import AssessmentKind, Method
from corridor.services.assessments.sheet import SHARE_FULL, Line, faults_of_sheet

PLACES_MAX = 5_000
SUPPORTED = ("language", "skill", "licence", "qualification")


@dataclass(frozen=True, kw_only=True)
class SlotDraft:
    starts_at: datetime
    ends_at: datetime
    places: int = 1


@dataclass(frozen=True, kw_only=True)
class SessionDraft:
    """A session to open. `sheet` is empty for the kind's own; `examiners` are ids of users."""

    kind: str
    title: str
    time_zone: str
    slots: tuple[SlotDraft, ...]
    place: str = ""
    link: str = ""
    note: str = ""
    language: str = ""
    examiners: tuple[int, ...] = ()
    about: str = ""
    organisation_id: int | None = None
    books_until: datetime | None = None
    sheet: tuple[Line, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KindDraft:
    """A kind to keep; see models.AssessmentKind for what each says."""

    code: str
    method: str
    titles: Mapping[str, str]
    sheet: tuple[Line, ...]
    pass_share: int = 0
    gap_share: int = 2_500
    levels: tuple[Mapping[str, Any], ...] = ()
    supports: Mapping[str, Any] = field(default_factory=dict)
    valid_months: int | None = None
    four_eyes: bool = True
    retake_days: int = 0
    objection_days: int = 14
    reply_days: int = 14
    source: str = ""
    source_checked: bool = False
    is_offered: bool = True


def faults_of_session(
    draft: SessionDraft, *, kind: AssessmentKind | None, now: datetime
) -> Iterator[Finding]:
    """Everything wrong with a session."""
    if kind is None:
        yield Finding(field="kind", sentence=_("Choose one of the kinds that are offered."))
    elif kind.supports.get("kind") == "language" and not (
        draft.language or kind.supports.get("language")
    ):
        yield Finding(field="language", sentence=_("Say which language is tested."))
    for name, longest in {"title": 200, "place": 300, "note": 2_000, "about": 120}.items():
        text = getattr(draft, name)
        if len(text) > longest or "\x00" in text:
            yield Finding(field=name, sentence=_("This is too long; shorten it."))
    if not draft.title.strip():
        yield Finding(field="title", sentence=_("Give the session a title."))
    if not (draft.place.strip() or draft.link):
        yield Finding(field="place", sentence=_("Say where it is held, or give a link."))
    if draft.link and not _is_link(draft.link):
        yield Finding(field="link", sentence=_("Write the whole address, beginning with https://."))
    if draft.language and not places.is_language(draft.language):
        yield Finding(field="language", sentence=_("Use a language code such as en or ko."))
    if not times.is_zone(draft.time_zone):
        yield Finding(field="time_zone", sentence=_("Choose a time zone such as Asia/Kathmandu."))
    if draft.sheet:
        yield from (Finding(field="sheet", sentence=one) for one in faults_of_sheet(draft.sheet))
    yield from _faults_of_slots(draft.slots, now=now)
    if draft.slots and draft.books_until and draft.books_until > draft.slots[-1].ends_at:
        yield Finding(field="books_until", sentence=_("Booking closes before the session ends."))


def _faults_of_slots(slots: Sequence[SlotDraft], *, now: datetime) -> Iterator[Finding]:
    if not 1 <= len(slots) <= times.SLOTS_MAX:
        yield Finding(field="slots", sentence=_("A session has between 1 and 200 times."))
    for slot in slots:
        if slot.starts_at.tzinfo is None or slot.ends_at.tzinfo is None:
            yield Finding(field="slots", sentence=_("Write times with their offset from UTC."))
            return
        if slot.ends_at <= slot.starts_at:
            yield Finding(field="slots", sentence=_("The end lies before the beginning."))
        if slot.starts_at <= now:
            yield Finding(field="slots", sentence=_("This time is over; choose one to come."))
        if not 1 <= slot.places <= PLACES_MAX:
            yield Finding(field="places", sentence=_("Give between 1 and 5,000 places."))
    ordered = sorted(slots, key=lambda slot: slot.starts_at)
    if any(later.starts_at < earlier.ends_at for earlier, later in pairwise(ordered)):
        yield Finding(field="slots", sentence=_("Two times overlap."))


def _is_link(text: str) -> bool:
    try:
        URLValidator(schemes=["https", "http"])(text)
    except ValidationError:
        return False
    return len(text) <= 300


def faults_of_kind(draft: KindDraft) -> Iterator[Finding]:
    """Everything wrong with a kind."""
    try:
        validate_slug(draft.code)
    except ValidationError:
        yield Finding(field="code", sentence=_("Use letters, digits and hyphens for the code."))
    if len(draft.code) > 60:
        yield Finding(field="code", sentence=_("This is too long; shorten it."))
    if draft.method not in Method.values:
        yield Finding(field="method", sentence=_("Choose trade test, language test or interview."))
    if not any(text.strip() for text in draft.titles.values()):
        yield Finding(field="titles", sentence=_("Give the kind a title."))
    yield from (Finding(field="sheet", sentence=one) for one in faults_of_sheet(draft.sheet))
    for name in ("pass_share", "gap_share"):
        if not 0 <= getattr(draft, name) <= SHARE_FULL:
            yield Finding(field=name, sentence=_("Give a percentage from 0 to 100."))
    for name, most in {"retake_days": 3_650, "objection_days": 365, "reply_days": 365}.items():
        if not 0 <= getattr(draft, name) <= most:
            yield Finding(field=name, sentence=_("This number of days is not possible."))
    if draft.valid_months is not None and not 1 <= draft.valid_months <= 600:
        yield Finding(field="valid_months", sentence=_("Use 1 to 600 months."))
    yield from _faults_of_levels(draft)
    yield from _faults_of_support(draft)


def _faults_of_levels(draft: KindDraft) -> Iterator[Finding]:
    shares = [level.get("from") for level in draft.levels]
    known = all(isinstance(share, int) and 0 <= share <= SHARE_FULL for share in shares)
    if not known or shares != sorted(set(shares), reverse=True):  # type: ignore[type-var]
        yield Finding(
            field="levels", sentence=_("Write the levels from the highest share to the lowest.")
        )
    if any(not str(level.get("level", "")) for level in draft.levels):
        yield Finding(field="levels", sentence=_("Each level needs a name."))


def _faults_of_support(draft: KindDraft) -> Iterator[Finding]:
    """Whether people would take the claim that a pass supports, for each level."""
    if not draft.supports:
        return
    if draft.supports.get("kind") not in SUPPORTED:
        yield Finding(field="supports", sentence=_("A pass proves a language, skill or licence."))
        return
    for level in [str(one["level"]) for one in draft.levels if one.get("level")] or [""]:
        said = said_by(draft.supports, level=level, language="en")
        try:
            people.read(people.VALUES[people.Kind(draft.supports["kind"])], said)
        except people.Unreadable as error:
            yield from (
                Finding(field="supports", sentence=str(problem)) for problem in error.problems
            )


def said_by(supports: Mapping[str, Any], *, level: str, language: str) -> dict[str, Any]:
    """What the claim says, as people read it; a language test fills in language and level."""
    said = {name: value for name, value in supports.items() if name != "kind"}
    if supports.get("kind") == "language":
        said.setdefault("language", language)
        said["cefr"] = level or said.get("cefr", "")
    elif level and level.isdecimal():
        said["level"] = int(level)
    return said
