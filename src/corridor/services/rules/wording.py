"""A table in words of the reader's language: conditions, outcomes, sentences, law."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from babel import Locale, dates, numbers
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corridor.engines import rules
from corridor.kernel.places import api as places
from corridor.kernel.places.api import in_language
from corridor.kernel.script import apart, in_digits, in_own_digits

MONEY = re.compile(r"\b([A-Z]{3}) (-?\d+(?:\.\d+)?)")
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
PLACE = re.compile(r"\{(\w+)\}")
# As the rest of the site writes them: day before month, Arabic in its own digits.
LOCALES = {"en": "en_GB", "ar": "ar_EG"}


def here() -> Locale:
    language = (get_language() or "en").partition("-")[0]
    return Locale.parse(LOCALES.get(language, language))


def amount(currency: str, number: str) -> str:
    """An amount with the grouping of the language; decimals only where there are any."""
    worth = Decimal(number)
    whole = worth == worth.to_integral_value()
    pattern = "#,##0" if whole else "#,##0." + "0" * -int(worth.as_tuple().exponent)
    told = numbers.format_decimal(
        worth, format=pattern, locale=here(), numbering_system="default", decimal_quantization=False
    )
    pair = (currency, in_digits(told)) if here().language in {"en", "ar"} else (told, currency)
    return "\u00a0".join(pair)


def day(value: date) -> str:
    return in_digits(dates.format_date(value, format="long", locale=here()))


def readable(text: str) -> str:
    """A text of the engine with its amounts, days and figures as the language writes them."""
    text = MONEY.sub(lambda found: amount(found[1], found[2]), text)
    text = DAY.sub(lambda found: day(date.fromisoformat(found[0])), text)
    return in_own_digits(text)


def value(kind: Any, raw: Any) -> str:
    """One value of an input or outcome, in words."""
    if str(raw) == "absent":
        return _("none")
    if kind.name == "boolean":
        return _("yes") if raw in (True, "true") else _("no")
    shown = raw if isinstance(raw, str) else kind.show(raw)
    if kind.name == "country":
        return places.country_name(shown)
    if kind.name == "isco":
        labels = places.group_labels([shown])
        return f"{shown} {labels[shown]}" if shown in labels else shown
    return readable(shown)


def condition(field: Any, one: Any) -> str:
    """One condition as a sentence."""
    told = [value(field.kind, each) for each in one.values]
    facts: dict[str, str] = {"fact": in_language(field.label), "values": _(", ").join(told)}
    if one.how == "range":
        ends = (value(field.kind, end) if end is not None else "" for end in (one.start, one.below))
        facts["least"], facts["below"] = ends
        if facts["least"] and facts["below"]:
            return _("%(fact)s: at least %(least)s and below %(below)s") % facts
        if facts["least"]:
            return _("%(fact)s: at least %(least)s") % facts
        return _("%(fact)s: below %(below)s") % facts
    if one.how == "absent":
        return _("%(fact)s: there is none") % facts
    if one.how == "present":
        return _("%(fact)s: there is one, whichever") % facts
    if one.how in ("not in", "not under"):
        return _("%(fact)s: anything but %(values)s") % facts
    if one.how == "in" and len(told) == 1:
        return _("%(fact)s: %(values)s") % facts
    return _("%(fact)s: one of %(values)s") % facts


def outcome(table: rules.Table, name: str, cell: Any) -> dict[str, str]:
    """What follows: a value in words, or the expression it is computed by."""
    field = table.outcomes[name]
    found = {"label": in_language(field.label), "value": "", "computed": ""}
    if cell.node is not None:
        return found | {"computed": cell.text}
    return found | {"value": value(field.kind, cell.value)}


def labels_of(table: rules.Table) -> dict[str, str]:
    fields = {**table.inputs, **table.outcomes}
    return {name: in_language(field.label) for name, field in fields.items()}


def sentence(say: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """The sentence of a row before anything is asked: what will stand there, in brackets."""
    told = PLACE.sub(lambda found: f"[{labels.get(found[1], found[1])}]", in_language(say))
    return readable(told)


def rows(table: rules.Table) -> list[dict[str, Any]]:
    """Every row as a page shows it, the one for everything else last."""
    labels = labels_of(table)
    found = [row_of(table, row, labels) for row in table.rows]
    if isinstance(table.otherwise, rules.Row):
        found.append(row_of(table, table.otherwise, labels) | {"otherwise": True})
    return found


def row_of(table: rules.Table, row: rules.Row, labels: Mapping[str, str]) -> dict[str, Any]:
    source = table.sources[row.source]
    since, until = (day_or_none(each) for each in row.in_force)
    known, known_until = (day_or_none(each) for each in row.known)
    return {
        "id": row.id,
        "sentence": sentence(row.say, labels),
        "when": [
            condition(table.inputs[name], one) for name, one in row.when.items() if one.how != "any"
        ],
        "check": row.check_text,
        "then": [outcome(table, name, cell) for name, cell in row.then.items()],
        "instrument": source.instrument,
        "article": row.article,
        "link": source.link,
        "note": source.note,
        "verified": row.status == "verified",
        "since": since,
        "until": until,
        "known": known,
        "known_until": known_until,
    }


def day_or_none(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal is not None else None


def answer(table: rules.Table, found: rules.Result) -> dict[str, Any]:
    """A result as a page shows it."""
    return {
        "state": found.state,
        "outcome": [
            {
                "label": in_language(table.outcomes[name].label),
                "value": value(table.outcomes[name].kind, told),
            }
            for name, told in (found.outcome or {}).items()
        ],
        "fired": [
            {
                "row": each.row,
                "sentence": readable(in_language(each.say)),
                "instrument": each.instrument,
                "article": each.article,
                "link": each.link,
                "verified": each.status == "verified",
            }
            for each in found.fired
        ],
        "may_hold": list(
            dict.fromkeys(
                sentence(table.row(each).say, labels_of(table)) for each in found.may_hold
            )
        ),
        "needs": [need(each) for each in found.needs],
        "facts": [
            {
                "label": in_language(table.inputs[name].label),
                "value": value(table.inputs[name].kind, found.facts[name]),
            }
            for name in table.inputs
            if name in found.facts
        ],
    }


def need(one: rules.Need) -> str:
    """What is lacking, in the reader's language."""
    facts = {"fact": in_language(one.label), "of": one.of, "into": one.into}
    if one.lacks == "rate":
        return _("%(fact)s: a dated rate from %(of)s to %(into)s") % facts
    return _("%(fact)s: a finer code") % facts if one.lacks == "finer" else facts["fact"]


def changes(found: list[rules.Change]) -> list[str]:
    """What changed from one version to the next, a line each."""
    lines = []
    for one in found:
        facts = {
            name: apart(text or "–")
            for name, text in (
                ("where", one.where),
                ("column", one.column),
                ("before", one.before),
                ("after", one.after),
            )
        }
        if one.what == "added":
            lines.append(_("%(where)s: new") % facts)
        elif one.what == "removed":
            lines.append(_("%(where)s: no longer there") % facts)
        else:
            lines.append(_("%(where)s, %(column)s: %(before)s becomes %(after)s") % facts)
    return lines
