"""Reasons, funnels and outcomes in the words of the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from babel.dates import format_date
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise

from corridor.engines import matching
from corridor.kernel.places import api as places
from corridor.kernel.script import in_own_digits
from corridor.services.rounds.models import Outcome

CRITERIA: dict[str, StrOrPromise] = {
    "occupation": gettext_lazy("Occupation"),
    "countries": gettext_lazy("Nationality allowed"),
    "permits": gettext_lazy("Permit"),
    "licences": gettext_lazy("Licence"),
    "education": gettext_lazy("Qualification"),
    "experience": gettext_lazy("Experience"),
    "languages": gettext_lazy("Language"),
    "availability": gettext_lazy("Availability"),
    "age": gettext_lazy("Age"),
    "skills": gettext_lazy("Skills"),
}
TONES = {
    Outcome.PLACED: "good",
    Outcome.ELSEWHERE: "info",
    Outcome.LISTED: "neutral",
}
MODES: dict[str, StrOrPromise] = {
    "shortlist": gettext_lazy(
        "For each vacancy, those who fit best were listed. Nobody was given a place."
    ),
    "mode.ranked.floors": gettext_lazy(
        "We went down one list of everybody and every vacancy they fit, the best score first: "
        "first for people who fill a floor, until it was met, then for everyone."
    ),
    "mode.over-time": gettext_lazy(
        "Each person was served in the week they registered. Every place carried a price for those "
        "still to come, and a person got the place that served best after paying it."
    ),
    "mode.ranked": gettext_lazy(
        "We went down one list of everybody and every vacancy they fit, the best score first, and "
        "gave each person a place while there was one."
    ),
    "mode.stable.workers": gettext_lazy(
        "No worker and vacancy would both rather have each other than what they got. Of all such "
        "results this is the one that workers like best."
    ),
    "mode.stable.rules": gettext_lazy(
        "No worker and vacancy would both rather have each other than what they got, counting the "
        "families, quotas and floors of this round."
    ),
    "mode.stable.not-proved": gettext_lazy(
        "With these families, quotas and floors no result was found in which nobody has cause to "
        "complain; this one comes near, and the pairs that do have cause are counted."
    ),
    "mode.best-total": gettext_lazy(
        "No other way of giving the places, under the same rules, brings a greater total. One "
        "person may stand lower in a vacancy than another who was left out, where that serves all."
    ),
    "mode.best-total.time-limit": gettext_lazy(
        "The best result found in the time allowed; a better one may exist."
    ),
}


def reasons_in_words(
    reasons: Mapping[str, Any], skills: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """The lines under a score: label, outcome, points, points_most, note.

    `skills` names the addresses of skills (see `skill_names`).
    """
    lines = [
        {
            "label": _label(criterion, item),
            "outcome": verdict,
            "points": points if possible else None,
            "points_most": possible if possible else None,
            "note": in_own_digits(NOTES.get(criterion, _no_note)(asked, held)),
        }
        for criterion, verdict, item, asked, held, points, possible in reasons["criteria"]
    ]
    counts = reasons["skills"]
    if total := counts["met"] + counts["near"] + counts["missing"]:
        lines.append(_skills_line(counts, total, skills or {}))
    return lines


def lacking(reasons: Iterable[Mapping[str, Any]]) -> set[str]:
    """The addresses of the skills that these reasons name as missing."""
    return {skill for each in reasons for skill in each["skills"]["lacking"]}


def skill_names(addresses: Collection[str]) -> dict[str, str]:
    """What skills are called in the reader's language."""
    ids = dict(places.Skill.objects.filter(uri__in=addresses).values_list("uri", "id"))
    labels = places.skill_labels(ids.values())
    return {uri: labels[each] for uri, each in ids.items() if each in labels}


def _skills_line(counts: Mapping[str, Any], total: int, names: Mapping[str, str]) -> dict[str, Any]:
    note = ngettext(
        "%(met)s of %(total)s skill held", "%(met)s of %(total)s skills held", total
    ) % {"met": counts["met"], "total": total}
    if counts["near"]:
        note += "; " + _("%(near)s nearly") % {"near": counts["near"]}
    if named := [names[skill] for skill in counts["lacking"] if skill in names]:
        note += ". " + _("Not held: %(skills)s") % {"skills": ", ".join(named)}
    whole = counts["met"] == total
    return {
        "label": str(CRITERIA["skills"]),
        "outcome": "met" if whole else "near" if counts["met"] or counts["near"] else "missing",
        "points": counts["points"] if counts["possible"] else None,
        "points_most": counts["possible"] or None,
        "note": in_own_digits(note),
    }


def _label(criterion: str, item: str) -> str:
    label = str(CRITERIA[criterion])
    if criterion == "languages":
        return places.language_name(item)
    return f"{label}: {item}" if item else label


def _no_note(_asked: int, _held: int | str) -> str:
    return ""


def _occupation(asked: int, held: int | str) -> str:
    if not asked:
        return _("none asked for")
    if int(held) >= asked:
        return _("the group asked for")
    return _("%(shared)s of %(digits)s digits of the group agree") % {
        "shared": held,
        "digits": asked,
    }


def _country(_asked: int, held: int | str) -> str:
    return places.country_name(str(held)) if held else _("not stated")


def _education(asked: int, held: int | str) -> str:
    if not asked:
        return _("none asked for")
    return _("EQF %(asked)s asked, %(held)s held") % {"asked": asked, "held": held or "–"}


def _experience(asked: int, held: int | str) -> str:
    if not asked:
        return _("none asked for")
    if int(held) < 0:
        return _("not stated")
    text = ngettext(
        "%(asked)s year asked, %(held)s held", "%(asked)s years asked, %(held)s held", asked
    )
    return text % {"asked": asked, "held": held}


def _language(asked: int, held: int | str) -> str:
    has = matching.CEFR[int(held) - 1] if held else _("none")
    if has == "native":
        has = _("mother tongue")
    return _("%(asked)s asked, %(held)s held") % {
        "asked": matching.CEFR[asked - 1],
        "held": has,
    }


def _availability(asked: int, held: int | str) -> str:
    if int(held) <= 0:
        return _("at once")
    return _("from %(day)s") % {"day": _day(int(held))}


def _day(days: int) -> str:
    locale = (get_language() or "en").partition("-")[0]
    return str(format_date(date(1970, 1, 1) + timedelta(days=days), "long", locale=locale))


NOTES: dict[str, Callable[[int, int | str], str]] = {
    "occupation": _occupation,
    "countries": _country,
    "education": _education,
    "experience": _experience,
    "languages": _language,
    "availability": _availability,
}
CHANGES: dict[str, StrOrPromise] = {
    "occupation.change": gettext_lazy("another occupation (group %(group)s)"),
    "occupation.state": gettext_lazy("saying what your occupation is"),
    "countries.change": gettext_lazy("it would have to be open to your nationality"),
    "countries.state": gettext_lazy("saying what your nationality is"),
    "permits.change": gettext_lazy("a permit to work there"),
    "licences.change": gettext_lazy("the licence %(licence)s"),
    "education.change": gettext_lazy("a qualification of EQF level %(asked)s"),
    "education.state": gettext_lazy("saying what qualification you have"),
    "experience.change": gettext_lazy("%(asked)s years of experience"),
    "experience.state": gettext_lazy("saying how many years you have worked"),
    "languages.change": gettext_lazy("%(language)s at %(asked)s instead of %(held)s"),
    "languages.learn": gettext_lazy("%(language)s at %(asked)s"),
    "availability.change": gettext_lazy("being able to start by %(asked)s"),
    "age.change": gettext_lazy("the law sets %(min)s to %(max)s years of age"),
    "age.state": gettext_lazy("saying in which year you were born"),
    "skills.gain-all": gettext_lazy("more of the skills asked for"),
    "skills.gain-some": gettext_lazy("more of the skills asked for"),
}


def change_in_words(change: matching.Change) -> str:
    """One thing that would have to be different."""
    facts = dict(change.facts)
    if "language" in facts:
        facts["language"] = places.language_name(str(facts["language"]))
    return in_own_digits(str(CHANGES[change.code]) % facts)


def funnel(falls: Iterable[tuple[str, int]]) -> list[tuple[StrOrPromise, int]]:
    """Each criterion applied, in words, with how many fell at it."""
    return [(CRITERIA[criterion], fell) for criterion, fell in falls]
