"""What the API of assessments takes and gives."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from corridor.kernel.paging import Offset
from corridor.services.assessments import api as assessments

LIMIT_MAX = 200
ID_MAX = 2**31 - 1


class LineIn(Schema):
    code: str = Field(max_length=60)
    text: dict[str, str]
    scale_max: int = Field(ge=1, le=1_000)
    weight: int = Field(1, ge=1, le=1_000)
    pass_mark: int | None = Field(None, ge=0, le=1_000)


class SlotIn(Schema):
    starts_at: datetime = Field(description="With its offset from UTC.")
    ends_at: datetime
    places: int = Field(1, ge=1, le=5_000)


class SessionIn(Schema):
    """A session to open. `examiners` are ids of users; `sheet` is left out for the kind's own."""

    kind: str = Field(max_length=60)
    title: str
    time_zone: str = Field(description="An IANA name such as Asia/Kathmandu.")
    slots: list[SlotIn] = Field(max_length=200)
    place: str = ""
    link: str = ""
    note: str = ""
    language: str = ""
    examiners: list[int] = Field([], max_length=100)
    about: str = Field("", description="What it is held for, such as R7/V12.")
    organisation_id: int | None = Field(None, ge=1, le=ID_MAX)
    books_until: datetime | None = None
    sheet: list[LineIn] = []

    def draft(self) -> assessments.SessionDraft:
        given = self.dict(exclude={"slots", "sheet", "examiners"})
        return assessments.SessionDraft(
            **given,
            slots=tuple(assessments.SlotDraft(**one.dict()) for one in self.slots),
            sheet=tuple(assessments.Line.of(one.dict()) for one in self.sheet),
            examiners=tuple(one for one in self.examiners if 0 < one <= ID_MAX),
        )


class SlotOut(Schema):
    id: int
    starts_at: datetime
    ends_at: datetime
    places_max: int
    places_taken: int


class SessionOut(Schema):
    number: str
    kind: str
    method: str
    title: str
    state: str
    about: str
    starts_at: datetime
    ends_at: datetime
    books_until: datetime
    time_zone: str
    place: str
    link: str
    language: str
    places: int
    taken: int
    waiting: int


class SessionWhole(SessionOut):
    note: str
    sheet: list[dict[str, Any]]
    pass_percent: float
    four_eyes: bool
    slots: list[SlotOut]


class SessionPage(Schema):
    count: int
    items: list[SessionOut]


class CandidateOut(Schema):
    reference: str
    state: str
    slot: int | None


class CandidatePage(Schema):
    count: int
    items: list[CandidateOut]


class ResultOut(Schema):
    id: int
    session: str
    reference: str
    state: str
    scores: dict[str, int]
    percent: float
    passed: bool
    level: str
    valid_until: date | None
    confirmed_at: datetime | None


class Wanted(Schema):
    """The same filters as the page."""

    q: str = Field("", max_length=100)
    kind: str = Field("", max_length=60)
    state: str = Field("", max_length=10)
    about: str = Field("", max_length=120)
    since: date | None = None
    until: date | None = None
    limit: int = Field(50, ge=1, le=LIMIT_MAX)
    offset: Offset = 0


class References(Schema):
    references: list[str] = Field([], max_length=5_000)
    shortlist: bool = Field(False, description="Everybody on the list the session is about.")


class InvitedOut(Schema):
    new: int
    known: int
    untold: int


class AnswerIn(Schema):
    """A slot's id to take a place in it, `wait`, or `decline`."""

    answer: int | str


class SeenIn(Schema):
    seen: str = Field(pattern="^(present|late|absent|booked)$")


class MarksIn(Schema):
    scores: dict[str, int]
    note: str = Field("", max_length=2_000)
    hand_in: bool = False


class ScoresIn(Schema):
    scores: dict[str, int] | None = None
    reason: str = Field("", max_length=500)


class ReasonIn(Schema):
    reason: str = Field(max_length=500)


class ChangeIn(Schema):
    place: str | None = Field(None, max_length=300)
    link: str | None = Field(None, max_length=300)
    note: str | None = Field(None, max_length=2_000)
    later_minutes: int = Field(0, ge=-1_000_000, le=1_000_000)


class BookingIn(Schema):
    open: bool


class ExaminersIn(Schema):
    examiners: list[int] = Field(max_length=100)


class WordsIn(Schema):
    words: str = Field(max_length=2_000)


class ReplyIn(Schema):
    upheld: bool
    answer: str = Field(max_length=2_000)


class KindIn(Schema):
    text: str = Field(max_length=40_000, description="The kind as TOML, as in the starter file.")


class ImportedOut(Schema):
    new: int
    known: int
