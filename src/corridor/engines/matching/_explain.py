"""One worker and one vacancy explained: each criterion, and what would change a rejection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np

from ._judge import MET, NO_DATE, VERDICTS, Judge, Reasons
from ._schema import CEFR, SKILL_LEVELS, Vacancies, Workers
from ._sentences import change_sentence, reason_sentence
from .criteria import ORDER, Criteria

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Reason:
    """How one thing asked was judged: `code` is criterion.verdict, `facts` fill its sentence."""

    criterion: str
    verdict: str
    needed: bool
    facts: Mapping[str, Any]
    points: int
    possible: int

    @property
    def code(self) -> str:
        """The key a translation is found by, such as languages.near."""
        return f"{self.criterion}.{self.verdict}"

    @property
    def sentence(self) -> str:
        """In English."""
        return reason_sentence(self.criterion, self.verdict, self.facts)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that, with the others listed, would make the worker eligible."""

    criterion: str
    code: str
    facts: Mapping[str, Any]

    @property
    def sentence(self) -> str:
        """In English."""
        return change_sentence(self.code, self.facts)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Eligible or not, the score (also for the ineligible), every reason, what would change it."""

    worker_id: str
    vacancy_id: str
    eligible: bool
    score: int
    reasons: tuple[Reason, ...]
    changes: tuple[Change, ...]

    @property
    def sentence(self) -> str:
        """The verdict in English; changes are listed where there are any."""
        pair = f"{self.worker_id} for {self.vacancy_id}"
        if self.eligible:
            return f"{pair}: eligible, {self.score:,} of 10,000 points."
        needs = " ".join(change.sentence for change in self.changes)
        return f"{pair}: not eligible. {needs}"

    @property
    def skills(self) -> frozenset[str]:
        """The codes of the skills that the reasons and changes speak of."""
        return frozenset(str(r.facts["skill"]) for r in self.reasons if r.criterion == "skills")

    def named(self, labels: Mapping[str, str]) -> Explanation:
        """The same with skills called by their labels; one without a label keeps its code."""

        def called(facts: Mapping[str, Any]) -> dict[str, Any]:
            whole = dict(facts)
            if "skill" in facts:
                whole["skill"] = labels.get(facts["skill"], facts["skill"])
            if "skills" in facts:
                whole["skills"] = tuple((labels.get(s, s), asked) for s, asked in facts["skills"])
            return whole

        return replace(
            self,
            reasons=tuple(replace(each, facts=called(each.facts)) for each in self.reasons),
            changes=tuple(replace(each, facts=called(each.facts)) for each in self.changes),
        )


def explain(
    workers: Workers, vacancies: Vacancies, criteria: Criteria, worker_id: str, vacancy_id: str
) -> Explanation:
    """Explain one pair; raises UnknownRow."""
    judge = Judge(vacancies.alone(vacancies.row_of(vacancy_id)), criteria)
    worker = workers.take(np.array([workers.row_of(worker_id)]))
    zero = np.zeros(1, np.int64)
    found = judge.reasons(worker, zero, zero)
    reasons = tuple(reason_at(found, row, judge, worker) for row in range(len(found)))
    eligible = bool(judge.eligible(found, zero)[0])
    return Explanation(
        worker_id=worker_id,
        vacancy_id=vacancy_id,
        eligible=eligible,
        score=int(judge.score(found, zero)[0]),
        reasons=reasons,
        changes=() if eligible else tuple(_changes(reasons, int(judge.essential_min[0]))),
    )


def reason_at(found: Reasons, row: int, judge: Judge, workers: Workers) -> Reason:
    """The reason in one row of the columns, as facts for people."""
    name = ORDER[int(found.criterion[row])]
    return Reason(
        criterion=name,
        verdict=VERDICTS[int(found.verdict[row])],
        needed=bool(found.needed[row]),
        facts=_facts(name, found, row, judge, workers),
        points=int(found.points[row]),
        possible=int(found.possible[row]),
    )


def _facts(name: str, found: Reasons, row: int, judge: Judge, workers: Workers) -> dict[str, Any]:
    asked, held, item = int(found.asked[row]), int(found.held[row]), int(found.item[row])
    asks, criteria, vacancy = judge.asks, judge.criteria, 0
    if name == "occupation":
        return {"group": asks.isco_group(vacancy), "digits": asked, "shared": held}
    if name == "countries":
        chosen = criteria.countries
        return {
            "country": workers.country_names[held] if held >= 0 else "",
            "by": "nationality" if chosen is None else chosen.by,
            "allowed": tuple(asks.countries.named(vacancy)),
            "refused": () if chosen is None else chosen.refuse,
        }
    if name == "permits":
        allowed = tuple(asks.permits.named(vacancy))
        return {"permit": asks.permits.names[item] if item >= 0 else "", "allowed": allowed}
    if name == "licences":
        return {"licence": asks.licences.names[item]}
    if name == "languages":
        spoken = CEFR[held - 1] if held else ""
        return {"language": asks.languages.names[item], "asked": CEFR[asked - 1], "held": spoken}
    if name == "availability":
        held_day = "" if held == NO_DATE else (EPOCH + timedelta(days=held)).isoformat()
        return {"asked": (EPOCH + timedelta(days=asked)).isoformat(), "held": held_day}
    if name == "age":
        age = criteria.age
        assert age is not None  # noqa: S101 - an age reason exists only under an age criterion
        return {"age": max(held, 0), "min": age.min, "max": age.max, "law": age.law}
    if name == "skills":
        level = SKILL_LEVELS.get(held, "")
        return {"skill": asks.skills.names[item], "asked": SKILL_LEVELS[asked], "held": level}
    return {"asked": asked, "held": max(held, 0)}


def _changes(reasons: tuple[Reason, ...], essential_min: int) -> list[Change]:
    failed = [r for r in reasons if r.needed and r.verdict != VERDICTS[MET]]
    changes = [
        Change(r.criterion, _change_code(r), r.facts) for r in failed if r.criterion != "skills"
    ]
    skills = [r for r in failed if r.criterion == "skills"]
    met = sum(r.needed and r.criterion == "skills" and r.verdict == "met" for r in reasons)
    short = essential_min - met
    if short > 0:
        wanted = tuple((str(r.facts["skill"]), str(r.facts["asked"])) for r in skills)
        code = "skills.gain-all" if short >= len(wanted) else "skills.gain-some"
        changes.append(Change("skills", code, {"count": short, "skills": wanted}))
    return changes


def _change_code(reason: Reason) -> str:
    if reason.verdict == "unknown":
        return f"{reason.criterion}.state"
    if reason.criterion == "languages" and not reason.facts["held"]:
        return "languages.learn"
    return f"{reason.criterion}.change"
