"""What an employer sees of somebody before an offer: what they can do, and nothing of who they are.

No name, sex, age, photo, school or former employer; lengths of time instead of dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_stubs_ext import StrOrPromise

from corridor.departure.jobs import codes, wording
from corridor.departure.jobs.models import Vacancy
from corridor.kernel import script
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places

HIDDEN = {people.Kind.WISH}
DAYS_A_MONTH = 30.44
NATIVE = 7


def shown(person: people.Person) -> list[dict[str, Any]]:
    """The current claims, but those kept to oneself, as plain values without who they are."""
    claims = people.Claim.objects.filter(person=person, status="current", counts=True)
    claims = claims.exclude(visibility=people.Visibility.ME).exclude(kind__in=HIDDEN)
    return [_line(each) for each in claims.order_by("kind", "-level", "pk")]


def _line(claim: people.Claim) -> dict[str, Any]:
    line = {
        "kind": claim.kind,
        "code": claim.code,
        "label": claim.label,
        "level": claim.level,
        "country": claim.country,
        "verified": claim.is_verified,
    }
    if claim.kind == people.Kind.EXPERIENCE and claim.from_date:
        days = ((claim.until_date or timezone.localdate()) - claim.from_date).days
        line["months"] = max(0, round(days / DAYS_A_MONTH))
    if claim.kind == people.Kind.AVAILABILITY and claim.from_date:
        line["from"] = claim.from_date.isoformat()
    return line


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing they can do, in the reader's language."""

    kind: StrOrPromise
    title: str
    fact: str
    verified: bool


def told(profile: Iterable[Mapping[str, Any]]) -> list[Told]:
    profile = list(profile)
    uris = {each["code"] for each in profile if each["kind"] == people.Kind.SKILL and each["code"]}
    names = wording.skill_names(uris)
    return [
        Told(
            kind=people.Kind(each["kind"]).label,
            title=_title(each, names),
            fact=_fact(each),
            verified=each["verified"],
        )
        for each in profile
    ]


def _title(line: Mapping[str, Any], names: Mapping[str, str]) -> str:
    if line["kind"] == people.Kind.LANGUAGE:
        return places.language_name(line["code"])
    if written := _written(line):
        return written
    if line["kind"] == people.Kind.OCCUPATION:
        return places.occupation_label(line["code"])
    return str(names.get(line["code"], line["code"]))


def _written(line: Mapping[str, Any]) -> str:
    """What they call it themselves; a label that only repeats the code says nothing."""
    return "" if line["label"] == line["code"] else str(line["label"])


def _fact(line: Mapping[str, Any]) -> str:
    kind, level = line["kind"], line["level"]
    parts = [places.country_name(line["country"])] if line["country"] else []
    if kind == people.Kind.LANGUAGE and level:
        parts.append(_("mother tongue") if level >= NATIVE else codes.level_name(level))
    elif kind == people.Kind.OCCUPATION and level is not None:
        parts.append(years(level))
    elif kind == people.Kind.SKILL and level:
        parts.append(str(SKILL_LEVELS[level]()))
    elif level:
        parts.append(f"EQF {level}")
    if line.get("months"):
        months = line["months"]
        parts.append(
            ngettext("%(count)s month", "%(count)s months", months)
            % {"count": script.in_digits(str(months))}
            if months < 12
            else years(months // 12)
        )
    if line.get("from"):
        parts.append(_("from %(day)s") % {"day": line["from"]})
    return " · ".join(parts)


SKILL_LEVELS = {1: lambda: _("Basic"), 2: lambda: _("Skilled"), 3: lambda: _("Expert")}


def years(count: int) -> str:
    told = script.in_digits(str(count))
    return ngettext("%(count)s year", "%(count)s years", count) % {"count": told}


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One thing asked: what is held against it, and whether it is met, nearly, or missing."""

    label: str
    asked: str
    held: str
    outcome: str
    verified: bool


def compared(vacancy: Vacancy, profile: Iterable[Mapping[str, Any]]) -> list[Compared]:
    """What they hold against what is asked, in the order a page tells it."""
    held = _held(profile)
    lines = [_occupation(vacancy, held)]
    if vacancy.years_least:
        most = max((each["level"] or 0 for each in held("occupation").values()), default=0)
        lines.append(
            Compared(
                label=_("Experience"),
                asked=years(vacancy.years_least),
                held=years(most),
                outcome=_outcome(most, vacancy.years_least),
                verified=any(each["verified"] for each in held("occupation").values()),
            )
        )
    lines += _languages(vacancy, held)
    if vacancy.eqf_least:
        best = max(held("qualification").values(), key=_level, default=None)
        has = _level(best) if best else 0
        lines.append(
            Compared(
                label=_("Qualification"),
                asked=f"EQF {vacancy.eqf_least}",
                held=f"EQF {has}" if has else "–",
                outcome=_outcome(has, vacancy.eqf_least),
                verified=bool(best and best["verified"]),
            )
        )
    return [*lines, *_skills(vacancy, held)]


def met_count(lines: Iterable[Compared]) -> int:
    return sum(each.outcome == "met" for each in lines)


def _held(profile: Iterable[Mapping[str, Any]]) -> Any:
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for place, line in enumerate(profile):
        by_code = found.setdefault(line["kind"], {})
        key = line["code"] or str(place)
        if key not in by_code or _level(line) > _level(by_code[key]):
            by_code[key] = line
    return lambda kind: found.get(kind, {})


def _level(line: Mapping[str, Any]) -> int:
    return line["level"] or 0


def _outcome(has: int, asked: int) -> str:
    return "met" if has >= asked else "near" if has and has >= asked - 1 else "missing"


def _occupation(vacancy: Vacancy, held: Any) -> Compared:
    codes_held = sorted(held("occupation"))
    exact = [each for each in codes_held if each.startswith(vacancy.isco[:4])]
    near = [each for each in codes_held if each[:2] == vacancy.isco[:2]]
    best = (exact or near or codes_held or [""])[0]
    line = held("occupation").get(best)
    return Compared(
        label=_("Occupation"),
        asked=places.occupation_label(vacancy.isco),
        held=(_written(line) or places.occupation_label(best)) if line else "–",
        outcome="met" if exact else "near" if near else "missing",
        verified=bool(line and line["verified"]),
    )


def _languages(vacancy: Vacancy, held: Any) -> list[Compared]:
    lines = []
    for asked in vacancy.languages.all():
        line = held("language").get(asked.language)
        has = _level(line) if line else 0
        spoken = _("mother tongue") if has >= NATIVE else codes.level_name(has)
        lines.append(
            Compared(
                label=places.language_name(asked.language),
                asked=codes.level_name(asked.level_least),
                held=spoken if line else "–",
                outcome=_outcome(has, max(asked.level_least, 1)),
                verified=bool(line and line["verified"]),
            )
        )
    return lines


def _skills(vacancy: Vacancy, held: Any) -> list[Compared]:
    asked = [each for each in vacancy.skills.all() if each.essential]
    names = wording.skill_names([each.skill for each in asked])
    lines = []
    for each in asked:
        line = held("skill").get(each.skill)
        has = _level(line) or 1 if line else 0
        lines.append(
            Compared(
                label=names[each.skill],
                asked=str(SKILL_LEVELS[each.level_least]()),
                held=str(SKILL_LEVELS[min(has, 3)]()) if has else "–",
                outcome=_outcome(has, each.level_least),
                verified=bool(line and line["verified"]),
            )
        )
    return lines
