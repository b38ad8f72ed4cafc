"""What rounds take and give by API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from corridor.kernel.paging import Offset
from corridor.services.rounds import api as rounds

LIMIT_MAX = 1_000


class Narrowed(Schema):
    """Empty means all. `isco` is 1 to 4 digits of ISCO-08; `country` ISO 3166 alpha-3."""

    isco: str = Field("", pattern=r"^[0-9]{0,4}$")
    country: str = Field("", pattern=r"^([A-Z]{3})?$")


class PoolWanted(Narrowed):
    """`who`: empty for everybody, or applicants: each is looked at for what they applied for."""

    who: str = Field("", pattern=r"^(everybody|applicants)?$")


class RoundIn(Schema):
    """A round to plan. Give `preset` (balanced, strict, open) or `criteria` (TOML)."""

    title: str
    seed: int
    preset: str = "balanced"
    criteria: str = Field("", max_length=20_000)
    mode: str = "stable"
    top: int = 50
    quotas: list[str] = Field([], description='"to DEU 40" or "from NPL 100"')
    floors: list[str] = Field([], description='"sex female 40% to DEU: the law behind it"')
    families_together: bool = False
    weeks: int = Field(0, description="for the mode over_time: 2 to 52")
    vacancies: Narrowed = Field(default_factory=lambda: Narrowed(isco="", country=""))
    people: PoolWanted = Field(default_factory=lambda: PoolWanted(isco="", country="", who=""))

    def draft(self) -> rounds.RoundDraft:
        """Raises RoundRefused for quotas, floors or a preset that cannot be read."""
        quotas, wrong = rounds.read_quotas("\n".join(self.quotas))
        floors, unread = rounds.read_floors("\n".join(self.floors))
        wrong += unread
        if not self.criteria and self.preset not in rounds.PRESETS:
            wrong.append(("preset", "rounds.preset", f"Use one of {', '.join(rounds.PRESETS)}."))
        if wrong:
            raise rounds.RoundRefused(wrong)
        return rounds.RoundDraft(
            title=self.title,
            criteria=self.criteria or rounds.preset(self.preset),
            seed=self.seed,
            mode=self.mode,
            top=self.top,
            quotas=tuple(quotas),
            floors=tuple(floors),
            families_together=self.families_together,
            weeks=self.weeks,
            vacancies_wanted=self.vacancies.dict(),
            pool_wanted=self.people.dict(),
        )


class PartyOut(Schema):
    side: str
    name: str
    organisation_id: int | None
    agreed_at: datetime | None


class RoundOut(Schema):
    number: str
    title: str
    state: str
    mode: str
    top: int
    seed: int
    terms_digest: str
    agreed_digest: str
    waiver: str
    parties: list[PartyOut]
    criteria_digest: str
    workers_digest: str
    vacancies_digest: str
    result_digest: str
    workers_count: int
    vacancies_count: int
    places_count: int
    listed_count: int
    placed_count: int
    published_at: datetime | None
    reserve_until: date | None
    closed_at: datetime | None
    url: str = Field(alias="get_absolute_url")

    @staticmethod
    def resolve_terms_digest(found: rounds.Round) -> str:
        return found.agreed_digest or rounds.terms_digest(found)

    @staticmethod
    def resolve_parties(found: rounds.Round) -> list[rounds.RoundParty]:
        return list(found.parties.all())


class RoundWhole(RoundOut):
    criteria: str
    quotas: list[dict[str, Any]]
    floors: list[dict[str, Any]]
    families_together: bool
    weeks: int
    proof: dict[str, Any]
    failure: str


class RoundPage(Schema):
    count: int
    items: list[RoundOut]


class ResultOut(Schema):
    """A line of the result. `reasons` are codes and facts (docs/rounds.md).

    `score` and `reasons` are null for who has not agreed to be shown to employers; `withdrew` is
    true for who took back their consent, or application, and is offered nothing.
    """

    vacancy: str
    worker: str
    rank: int
    score: int | None
    outcome: str
    withdrew: bool
    reasons: dict[str, Any] | None


class ResultPage(Schema):
    count: int
    items: list[ResultOut]


class Paging(Schema):
    limit: int = Field(100, ge=1, le=LIMIT_MAX)
    offset: Offset = 0
