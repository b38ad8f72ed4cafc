"""Reading a criteria set from a mapping, and every reason for which one is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from . import criteria as c
from ._schema import CEFR, EQF_MAX, SKILL_LEVEL_MAX, YEARS_MAX
from .errors import CriteriaError, CriteriaRefused

KINDS: dict[str, type] = {
    "occupation": c.Occupation,
    "countries": c.Countries,
    "permits": c.Permits,
    "licences": c.Licences,
    "education": c.Education,
    "experience": c.Experience,
    "languages": c.Languages,
    "availability": c.Availability,
    "age": c.Age,
    "skills": c.Skills,
}
ABOVE_MAX = {"skills": 2, "languages": 6, "experience": 40, "education": 7, "occupation": 0}
TYPES: dict[str, type | tuple[type, ...]] = {
    "by": str,
    "law": str,
    "own": bool,
    "as_of": date,
    "allow": (list, tuple),
    "refuse": (list, tuple),
}


class _Reasons:
    def __init__(self) -> None:
        self.found: list[CriteriaError] = []

    def add(self, where: str, code: str, message: str) -> None:
        self.found.append(CriteriaError(where, code, message))

    def within(self, where: str, value: Any, least: int, most: int) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self.add(where, "out-of-range", f"{value!r} is not a whole number {least} to {most}")

    def refuse(self) -> None:
        if self.found:
            raise CriteriaRefused(self.found)


def from_mapping(given: Mapping[str, Any]) -> c.Criteria:
    """A criteria set from the mapping a TOML file holds; raises CriteriaRefused."""
    reasons = _Reasons()
    for key in given.keys() - {"name", "hard", "soft"}:
        reasons.add(key, "unknown-key", "not known; a set has name, [hard.…] and [soft.…]")
    chosen: dict[str, Any] = dict.fromkeys(c.ORDER)
    hard, soft = given.get("hard", {}), given.get("soft", {})
    if not isinstance(hard, Mapping) or not isinstance(soft, Mapping):
        reasons.add("hard, soft", "wrong-type", "both are tables, such as [hard.occupation]")
        reasons.refuse()
    for name, settings in hard.items():
        if name not in KINDS:
            listed = ", ".join(c.ORDER)
            reasons.add(f"hard.{name}", "unknown-key", f"not a criterion; they are {listed}")
        elif settings is not False:
            chosen[name] = _hard(name, {} if settings is True else settings, reasons)
    weights = {name: _weight(name, setting, reasons) for name, setting in soft.items()}
    if "soft" in given:
        chosen["soft"] = weights
    try:
        criteria = c.Criteria(name=str(given.get("name", "")), **chosen)
    except CriteriaRefused as refused:
        reasons.found += refused.errors
    reasons.refuse()
    return criteria


def _hard(name: str, settings: Any, reasons: _Reasons) -> Any:
    where = f"hard.{name}"
    if not isinstance(settings, Mapping):
        reasons.add(where, "wrong-type", "write true or a table of settings")
        return None
    known = {field.name: field for field in fields(KINDS[name])}
    before = len(reasons.found)
    values: dict[str, Any] = {}
    for key, value in settings.items():
        if key not in known:
            reasons.add(f"{where}.{key}", "unknown-key", f"not known; known are {', '.join(known)}")
        else:
            values[key] = _setting(name, key, value, reasons)
    for key, field in known.items():
        needed = field.default is MISSING and field.default_factory is MISSING
        if needed and key not in settings:
            message = "missing; " + (
                "an age limit applies only where a law is cited"
                if key == "law"
                else "say the day on which the age is reckoned"
            )
            reasons.add(f"{where}.{key}", "missing", message)
    return KINDS[name](**values) if len(reasons.found) == before else None


def _setting(name: str, key: str, value: Any, reasons: _Reasons) -> Any:
    where = f"hard.{name}.{key}"
    levelled = name in {"languages", "skills"}
    wanted = TYPES.get(key, int)
    if key == "also":
        wanted = dict if levelled else (list, tuple)
    is_flag = isinstance(value, bool) and wanted is not bool
    if not isinstance(value, wanted) or is_flag:
        reasons.add(where, "wrong-type", f"{value!r} is not of the kind wanted here")
        return value
    if name == "languages" and key == "also" and isinstance(value, dict):
        for code, level in value.items():
            if level not in CEFR:
                message = f"{level!r} is not one of {', '.join(CEFR)}"
                reasons.add(f"{where}.{code}", "unknown-level", message)
        return {code: CEFR.index(level) + 1 for code, level in value.items() if level in CEFR}
    return tuple(value) if isinstance(value, list) else value


def _weight(name: str, setting: Any, reasons: _Reasons) -> c.Weight:
    where = f"soft.{name}"
    if name not in c.COMPONENTS:
        reasons.add(where, "unknown-key", f"not a component; they are {', '.join(c.COMPONENTS)}")
        return c.Weight(0)
    given = setting if isinstance(setting, Mapping) else {"weight": setting}
    for key in given.keys() - {"weight", "above"}:
        reasons.add(f"{where}.{key}", "unknown-key", "not known; known are weight, above")
    return c.Weight(given.get("weight", 0), given.get("above", 0))


def check(criteria: c.Criteria) -> None:
    """Refuse a set that contradicts itself, with every reason."""
    reasons = _Reasons()
    _check_lists(criteria, reasons)
    _check_numbers(criteria, reasons)
    _check_own(criteria, reasons)
    _check_age(criteria, reasons)
    _check_soft(criteria, reasons)
    reasons.refuse()


def _check_lists(criteria: c.Criteria, reasons: _Reasons) -> None:
    if (countries := criteria.countries) is not None:
        if countries.by not in {"nationality", "residence"}:
            message = f"{countries.by!r} is neither nationality nor residence"
            reasons.add("hard.countries.by", "unknown-value", message)
        both = sorted(set(countries.allow) & set(countries.refuse))
        if both:
            message = f"{', '.join(both)} both allowed and refused; keep one of the two"
            reasons.add("hard.countries", "contradiction", message)
        for code in (*countries.allow, *countries.refuse):
            if not re.fullmatch("[A-Z]{3}", str(code)):
                message = f"{code!r} is not a country; write three capitals, such as NPL"
                reasons.add("hard.countries", "unknown-value", message)
    for name, most in (("languages", len(CEFR)), ("skills", SKILL_LEVEL_MAX)):
        if (chosen := getattr(criteria, name)) is not None:
            for code, level in chosen.also.items():
                reasons.within(f"hard.{name}.also.{code}", level, 1, most)


def _check_numbers(criteria: c.Criteria, reasons: _Reasons) -> None:
    limits = (
        ("occupation", "digits", 1, 4),
        ("education", "eqf_min", 0, EQF_MAX),
        ("experience", "years_min", 0, YEARS_MAX),
        ("availability", "grace_days", 0, 3650),
        ("skills", "essential_percent", 1, 100),
    )
    for name, key, least, most in limits:
        if (chosen := getattr(criteria, name)) is not None:
            reasons.within(f"hard.{name}.{key}", getattr(chosen, key), least, most)


def _check_own(criteria: c.Criteria, reasons: _Reasons) -> None:
    for name in criteria.hard:
        chosen = getattr(criteria, name)
        if getattr(chosen, "own", True):
            continue
        given = ("also", "allow", "refuse", "eqf_min", "years_min")
        if not any(getattr(chosen, key, None) for key in given):
            message = (
                "own = false sets the vacancies' own demand aside, and nothing is in its place"
            )
            reasons.add(f"hard.{name}", "tests-nothing", message + "; add it or drop the criterion")


def _check_age(criteria: c.Criteria, reasons: _Reasons) -> None:
    if (age := criteria.age) is None:
        return
    if not age.law.strip():
        message = "an age limit applies only where a law is cited; cite it or drop the limit"
        reasons.add("hard.age.law", "missing", message)
    reasons.within("hard.age.min", age.min, 0, 150)
    reasons.within("hard.age.max", age.max, 0, 150)
    if age.min > age.max:
        message = f"nobody is at least {age.min} and at most {age.max}"
        reasons.add("hard.age", "contradiction", message)
    if age.min == 0 and age.max == 150:
        reasons.add("hard.age", "tests-nothing", "neither min nor max is given; add one")


def _check_soft(criteria: c.Criteria, reasons: _Reasons) -> None:
    for name, weight in criteria.soft.items():
        if name not in c.COMPONENTS:
            listed = ", ".join(c.COMPONENTS)
            reasons.add(f"soft.{name}", "unknown-key", f"not a component; they are {listed}")
            continue
        reasons.within(f"soft.{name}.weight", weight.weight, 0, 1000)
        reasons.within(f"soft.{name}.above", weight.above, 0, ABOVE_MAX[name])
    weights = [weight.weight for weight in criteria.soft.values()]
    if not any(isinstance(weight, int) and weight > 0 for weight in weights):
        message = "no component has a weight above 0, so everyone would draw lots; weigh one"
        reasons.add("soft", "tests-nothing", message)
