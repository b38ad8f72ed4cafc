"""A round as somebody plans it, and what is wrong with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from corridor.services.rounds.floors import Finding, Floor
from corridor.services.rounds.models import Mode, Round
from corridor.services.rounds.quotas import Quota

TOP_MAX = 1_000
SEED_MAX = 2**53
WEEKS = range(2, 53)
WHO = ("", "everybody", "applicants")


@dataclass(frozen=True, kw_only=True)
class RoundDraft:
    """What to match with what, by which criteria (TOML), in which mode, with which seed.

    `weeks` is over how many weeks people came in, for the mode over time. `vacancies_wanted` and
    `pool_wanted` narrow what goes in, such as {"isco": "7"}; a pool of {"who": "applicants"} is
    those who applied, each looked at for what they applied for.
    """

    title: str
    criteria: str
    seed: int
    mode: str = Mode.STABLE
    top: int = 50
    quotas: tuple[Quota, ...] = ()
    floors: tuple[Floor, ...] = ()
    families_together: bool = False
    weeks: int = 0
    vacancies_wanted: Mapping[str, str] = field(default_factory=dict)
    pool_wanted: Mapping[str, str] = field(default_factory=dict)

    def digest(self) -> str:
        content = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(content.encode()).hexdigest()

    def columns(self) -> dict[str, Any]:
        """The columns of a round planned so; the criteria must have been judged."""
        from corridor.engines import matching

        criteria = matching.Criteria.from_toml(self.criteria)
        return {
            "title": self.title.strip(),
            "criteria": criteria.to_toml(),
            "criteria_digest": criteria.digest,
            "mode": str(self.mode),
            "top": self.top,
            "seed": self.seed,
            "quotas": [asdict(quota) for quota in self.quotas],
            "floors": [asdict(floor) for floor in self.floors],
            "families_together": self.families_together,
            "weeks": self.weeks,
            "vacancies_wanted": dict(self.vacancies_wanted),
            "pool_wanted": dict(self.pool_wanted),
        }


def draft_of(planned: Round) -> RoundDraft:
    """The plan that a round was made from."""
    return RoundDraft(
        title=planned.title,
        criteria=planned.criteria,
        seed=planned.seed,
        mode=planned.mode,
        top=planned.top,
        quotas=tuple(Quota(**quota) for quota in planned.quotas),
        floors=tuple(Floor(**floor) for floor in planned.floors),
        families_together=planned.families_together,
        weeks=planned.weeks,
        vacancies_wanted=planned.vacancies_wanted,
        pool_wanted=planned.pool_wanted,
    )


def judge(draft: RoundDraft) -> list[Finding]:
    """Everything wrong with a plan, all at once."""
    from corridor.engines import matching

    found: list[Finding] = []
    if not draft.title.strip() or len(draft.title) > 200 or "\x00" in draft.title:
        found.append(("title", "rounds.title", _("Give it a title of at most 200 characters.")))
    if draft.mode not in Mode.values:
        found.append(("mode", "rounds.mode", _("Choose one of the modes.")))
    if not 1 <= draft.top <= TOP_MAX:
        found.append(("top", "rounds.top", _("List between 1 and 1,000 people a vacancy.")))
    if not 0 <= draft.seed < SEED_MAX:
        found.append(("seed", "rounds.seed", _("The seed is a whole number of at most 15 digits.")))
    if draft.quotas and draft.mode == Mode.SHORTLIST:
        found.append(
            ("quotas", "rounds.quotas_without_places", _("Quotas need a mode that places people."))
        )
    if (draft.floors or draft.families_together) and draft.mode == Mode.SHORTLIST:
        sentence = _("Floors and families together need a mode that places people.")
        found.append(("floors", "rounds.floors_without_places", sentence))
    if (draft.mode == Mode.OVER_TIME) != (draft.weeks in WEEKS):
        sentence = _("Say over how many weeks people came in, 2 to 52; for other modes leave it 0.")
        found.append(("weeks", "rounds.weeks", sentence))
    if draft.pool_wanted.get("who", "") not in WHO:
        found.append(("pool_who", "rounds.who", _("Look at everybody, or at those who applied.")))
    try:
        matching.Criteria.from_toml(draft.criteria)
    except matching.CriteriaRefused as refused:
        found += [
            ("criteria", f"matching.{error.code}", f"{error.where}: {error.message}")
            for error in refused.errors
        ]
    return found
