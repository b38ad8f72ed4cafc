"""Floors and the prices of rules in the reader's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.kernel import script
from corridor.kernel.places import api as places
from corridor.services.rounds.floors import Floor
from corridor.services.rounds.holding import FloorNow, floors_now
from corridor.services.rounds.models import Round
from corridor.services.rounds.preview import SEXES


def group(floor: Floor) -> str:
    """Who a floor speaks of: Women; People aged 18 to 25; and where, if it says."""
    if floor.attribute == "sex":
        name = str(SEXES[floor.value])
    elif floor.attribute == "age":
        youngest, dash, oldest = floor.value.rstrip("+").partition("-")
        ages = {"youngest": script.in_digits(youngest), "oldest": script.in_digits(oldest)}
        sentence = (
            _("People aged %(youngest)s to %(oldest)s") if dash else _("%(youngest)s or older")
        )
        name = sentence % ages
    else:
        country = places.country_name(floor.value)
        living = floor.attribute == "residence"
        sentence = _("People living in %(country)s") if living else _("People from %(country)s")
        name = sentence % {"country": country}
    if not floor.country:
        return name
    where = {"group": name, "country": places.country_name(floor.country)}
    return _("%(group)s, for work in %(country)s") % where


def asked(floor: Floor) -> str:
    """What a floor asks for, with the law behind it in its own words."""
    least = script.in_digits(str(floor.least))
    if floor.is_share:
        sentence = _("%(group)s: at least %(least)s%% of the places")
    else:
        sentence = ngettext(
            "%(group)s: at least %(least)s place",
            "%(group)s: at least %(least)s places",
            floor.least,
        )
    return sentence % {"group": group(floor), "least": least}


def floors(found: Round) -> list[dict[str, Any]]:
    """Each floor: what it asks, its law, and, once the round has run, what it came to."""
    reached = {one["name"]: one for one in found.proof.get("floors", [])}
    return [_floor(floor, reached.get(floor.name)) for floor in map(_of, found.floors)]


def _of(given: dict[str, Any]) -> Floor:
    return Floor(**given)


def _floor(floor: Floor, came_to: dict[str, Any] | None) -> dict[str, Any]:
    said = ""
    tone = "neutral"
    if came_to is not None:
        numbers = {
            "reached": script.in_digits(str(came_to["reached"])),
            "least": script.in_digits(str(came_to["least"])),
        }
        met = came_to["reached"] >= came_to["least"]
        tone = "good" if met and not came_to["too_few"] else "warn"
        said = _("%(reached)s placed, %(least)s asked for") % numbers
        if came_to["too_few"]:
            said = _("%(reached)s placed; no more than %(least)s could be asked for") % numbers
    return {"asked": asked(floor), "basis": floor.basis, "came_to": said, "tone": tone}


def apart_told(floors: Sequence[Floor], apart: Sequence[dict[str, Any]]) -> list[str]:
    """Each floor that cannot hold beside the others: what it asks for, and what can be had."""
    known = {floor.name: floor for floor in floors}
    sentence = _(
        "“%(floor)s” asks for %(asked)s; no more than %(can)s can be placed while the other floors "
        "and the quotas hold: %(short)s too few."
    )
    return [
        sentence
        % {
            "floor": asked(known[one["name"]]),
            "asked": script.in_digits(str(one["asked"])),
            "can": script.in_digits(str(one["asked"] - one["short"])),
            "short": script.in_digits(str(one["short"])),
        }
        for one in apart
    ]


def why_stopped(found: Round) -> list[str]:
    """Why a round stopped, where floors are the reason; empty where it is another."""
    apart = found.proof.get("floors_apart", [])
    return apart_told([_of(given) for given in found.floors], apart)


def floors_held(found: Round) -> list[dict[str, Any]]:
    """Each floor of a published round as it stands: who holds a place, and who is left to ask."""
    return [
        {
            "asked": asked(one.floor),
            "basis": one.floor.basis,
            "came_to": held(one),
            "note": _("No more could be promised.") if one.too_few else "",
            "tone": "warn" if one.is_short or one.too_few else "good",
        }
        for one in floors_now(found)
    ]


def held(one: FloorNow) -> str:
    """In figures; where a floor is short, whether that can still be mended."""
    numbers = {
        "held": script.in_digits(str(one.held)),
        "promised": script.in_digits(str(one.promised)),
        "left": script.in_digits(str(one.left)),
    }
    if not one.is_short:
        return _("%(held)s hold a place, %(promised)s were promised") % numbers
    if one.left:
        sentence = ngettext(
            "%(held)s hold a place, %(promised)s were promised; %(left)s person of the group can "
            "still be asked, and comes first",
            "%(held)s hold a place, %(promised)s were promised; %(left)s people of the group can "
            "still be asked, and come first",
            one.left,
        )
        return sentence % numbers
    sentence = _(
        "%(held)s hold a place, %(promised)s were promised; nobody of the group is left on the "
        "reserve lists"
    )
    return sentence % numbers


def prices(found: Round) -> list[tuple[str, float]]:
    """What each rule costs, as a share of the total without it; below zero it adds."""
    known = {floor.name: floor for floor in map(_of, found.floors)}
    told = found.proof.get("prices", [])
    return [(_priced(price, known), price["cost_share"]) for price in told]


def _priced(price: dict[str, Any], floors: dict[str, Floor]) -> str:
    if price["kind"] == "stability":
        return _("Stability costs")
    if price["kind"] == "floor":
        return _("The floor “%(floor)s” costs") % {"floor": asked(floors[price["name"]])}
    if price["kind"] != "quota":
        return _("The officers’ decision on %(pair)s costs") % {"pair": price["name"]}
    side, country, at_most = price["name"].split()
    sentence = (
        _("The quota of %(number)s people to %(country)s costs")
        if side == "to"
        else _("The quota of %(number)s people from %(country)s costs")
    )
    return sentence % {"number": at_most, "country": places.country_name(country)}
