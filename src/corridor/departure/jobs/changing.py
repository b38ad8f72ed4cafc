"""What an amendment changes in the terms of a vacancy, and what of it is worse for workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext, gettext_lazy, ngettext
from django_stubs_ext import StrOrPromise
from pydantic import TypeAdapter

from corridor.departure.jobs import codes, wording
from corridor.departure.jobs.draft import SkillAsked, VacancyDraft
from corridor.departure.jobs.models import Cost, Housing, Payer, PayPeriod, Vacancy
from corridor.kernel import script
from corridor.kernel.places import api as places

WHOLE: TypeAdapter[VacancyDraft] = TypeAdapter(VacancyDraft)
# How good each is for the worker; a step down is worse.
HOUSING_RANK = {Housing.NONE: 0, Housing.UNSTATED: 0, Housing.ALLOWANCE: 1, Housing.PROVIDED: 2}
PAYER_RANK = {"": 0, Payer.WORKER: 0, Payer.SHARED: 1, Payer.EMPLOYER: 2}
# What an amendment leaves alone: who stands behind the vacancy and where it came from.
FIXED = ("organisation_id", "agency_id", "source", "source_reference")
FIELDS: dict[str, StrOrPromise] = {
    "title": gettext_lazy("Title"),
    "description": gettext_lazy("Description"),
    "language": gettext_lazy("Language of the text"),
    "employer_name": gettext_lazy("Employer"),
    "sector": gettext_lazy("Sector"),
    "isco": gettext_lazy("Occupation group (ISCO-08)"),
    "esco": gettext_lazy("Occupation"),
    "skills": gettext_lazy("Skills"),
    "languages": gettext_lazy("Languages"),
    "eqf_least": gettext_lazy("Least qualification"),
    "years_least": gettext_lazy("Least experience"),
    "licences": gettext_lazy("Licences"),
    "permits": gettext_lazy("Permits"),
    "countries_allowed": gettext_lazy("Open to people from"),
    "pay": gettext_lazy("Pay"),
    "hours_weekly": gettext_lazy("Hours a week"),
    "contract_months": gettext_lazy("Contract, months"),
    "country": gettext_lazy("Country"),
    "place": gettext_lazy("Place"),
    "housing": gettext_lazy("Housing"),
    "payers": gettext_lazy("Who pays what"),
    "places": gettext_lazy("Places"),
    "starts_on": gettext_lazy("Starts"),
    "closes_on": gettext_lazy("Apply until"),
    "order_id": gettext_lazy("Job order"),
}


@dataclass(frozen=True, kw_only=True)
class Change:
    """One part of the terms that differs; `before` and `after` are plain values."""

    field: str
    before: Any
    after: Any
    worse: bool

    def as_json(self) -> dict[str, Any]:
        return {
            "field": self.field,
            "before": self.before,
            "after": self.after,
            "worse": self.worse,
        }


def draft_of(vacancy: Vacancy) -> VacancyDraft:
    """What the vacancy says, as the draft that would say the same."""
    plain = {each.name for each in fields(VacancyDraft)} - {"skills", "languages"}
    content = {name: getattr(vacancy, name) for name in plain}
    for name in ("licences", "permits", "countries_allowed"):
        content[name] = tuple(content[name])
    skills = tuple(
        SkillAsked(skill=one.skill, essential=one.essential, level_least=one.level_least)
        for one in vacancy.skills.all()
    )
    languages = {one.language: one.level_least for one in vacancy.languages.all()}
    return VacancyDraft(**content, skills=skills, languages=languages)


def as_json(draft: VacancyDraft) -> dict[str, Any]:
    return dict(WHOLE.dump_python(draft, mode="json"))


def from_json(content: Mapping[str, Any]) -> VacancyDraft:
    return WHOLE.validate_python(dict(content))


def changes(before: VacancyDraft, after: VacancyDraft) -> list[Change]:
    """What differs, in the order a page tells it. What is not surely as good counts as worse."""
    old, new = terms(before), terms(after)
    return [
        Change(
            field=name,
            before=old[name],
            after=new[name],
            worse=not AS_GOOD.get(name, never)(old[name], new[name]),
        )
        for name in FIELDS
        if old[name] != new[name]
    ]


def terms(draft: VacancyDraft) -> dict[str, Any]:
    """The terms as plain values; pay is one of them, made of its parts."""
    content = as_json(draft)
    content["pay"] = {
        name: content.pop(f"pay_{name}") for name in ("minor", "currency", "period", "basis")
    }
    content["skills"] = {
        one["skill"]: [one["essential"], one["level_least"]] for one in content["skills"]
    }
    for name in ("licences", "permits", "countries_allowed"):
        content[name] = sorted(content[name])
    return {name: content[name] for name in FIELDS}


def never(_before: Any, _after: Any) -> bool:
    return False


def always(_before: Any, _after: Any) -> bool:
    return True


def not_less(before: Any, after: Any) -> bool:
    return after is not None and after >= (before or 0)


def not_more(before: Any, after: Any) -> bool:
    """Fewer hours, lower demands; something where nothing was said counts as more."""
    return after is None or (before is not None and after <= before)


def pay_as_good(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    if before["minor"] is None:
        return True
    same = all(before[name] == after[name] for name in ("currency", "period", "basis"))
    return same and after["minor"] >= before["minor"]


def payers_as_good(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    return all(
        PAYER_RANK[Payer(after[cost]) if after.get(cost) else ""]
        >= PAYER_RANK[Payer(before[cost]) if before.get(cost) else ""]
        for cost in {*before, *after}
    ) and all(after[cost] != Payer.WORKER for cost in set(after) - set(before))


def skills_as_good(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Nothing essential is new, and no essential level is higher."""
    return all(
        not essential or (skill in before and before[skill][0] and level <= before[skill][1])
        for skill, (essential, level) in after.items()
    )


def levels_as_good(before: Mapping[str, int], after: Mapping[str, int]) -> bool:
    return all(name in before and level <= before[name] for name, level in after.items())


def no_new(before: list[str], after: list[str]) -> bool:
    return set(after) <= set(before)


def countries_as_good(before: list[str], after: list[str]) -> bool:
    return not after or (bool(before) and set(before) <= set(after))


AS_GOOD: dict[str, Callable[[Any, Any], bool]] = {
    "pay": pay_as_good,
    "hours_weekly": not_more,
    "housing": lambda before, after: HOUSING_RANK[after] >= HOUSING_RANK[before],
    "payers": payers_as_good,
    "places": not_less,
    "skills": skills_as_good,
    "languages": levels_as_good,
    "eqf_least": not_more,
    "years_least": not_more,
    "licences": no_new,
    "permits": no_new,
    "countries_allowed": countries_as_good,
    "closes_on": lambda before, after: not after or (bool(before) and after >= before),
    "sector": always,
    "order_id": always,
}


def told(listed: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Changes kept as JSON, in the words of the reader's language."""
    return [
        {
            "label": FIELDS[each["field"]],
            "before": in_words(each["field"], each["before"]),
            "after": in_words(each["field"], each["after"]),
            "worse": each["worse"],
        }
        for each in listed
        if each["field"] in FIELDS
    ]


def in_words(field: str, value: Any) -> str:
    """One term as people read it."""
    if value in (None, "", [], {}) or (isinstance(value, dict) and value.get("minor", 0) is None):
        return gettext("Not stated")
    if field in WORDS:
        return WORDS[field](value)
    if isinstance(value, int):
        return script.in_digits(str(value))
    return ", ".join(value) if isinstance(value, list) else str(value)


def _pay(value: Mapping[str, Any]) -> str:
    """Every digit of the amount, so that nobody takes 1,000,000 for 1e+06."""
    units = codes.minor_units(value["currency"])
    decimals = len(str(units)) - 1 if value["minor"] % units else 0
    amount = number_format(value["minor"] / units, decimals, force_grouping=True)
    period = PayPeriod(value["period"]).label
    return f"{value['currency']} {script.in_digits(amount)} {period}"


def _skills(value: Mapping[str, Any]) -> str:
    count = len(value)
    return ngettext("%(count)s skill", "%(count)s skills", count) % {"count": count}


def _languages(value: Mapping[str, int]) -> str:
    return ", ".join(
        f"{places.language_name(code)} {codes.level_name(level)}".strip()
        for code, level in value.items()
    )


WORDS: dict[str, Callable[[Any], str]] = {
    "pay": _pay,
    "skills": _skills,
    "languages": _languages,
    "language": places.language_name,
    "country": places.country_name,
    "countries_allowed": lambda value: ", ".join(map(places.country_name, value)),
    "housing": lambda value: str(Housing(value).label),
    "payers": lambda value: "; ".join(
        f"{Cost(cost).label}: {Payer(payer).label}" for cost, payer in value.items()
    ),
    "esco": lambda value: wording.esco_names({value}).get(value, value),
    "isco": lambda value: wording.group_names({value}).get(value, value),
    "description": lambda value: f"{value[:200]}…" if len(value) > 200 else value,
    "order_id": lambda value: f"O{value}",
}
