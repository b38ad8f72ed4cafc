"""The registration form on paper: what a centre prints, and somebody fills in by hand."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from django.utils.translation import gettext as _
from django.utils.translation import override

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.documents import api as documents
from corridor.kernel.people import choices
from corridor.kernel.people.drafts import SEXES
from corridor.kernel.people.references import new_reference, spaced
from corridor.kernel.people.wordings import VERSION, WORDINGS

TEMPLATE = Path(__file__).parent / "typst" / "paper.typ"


def paper_form(*, actor: Actor, language: str) -> bytes:
    """One form in that language, as a tagged PDF. Its number becomes the person's reference.

    The codes beside the boxes are those that the entry page and the import table ask for.
    """
    may(actor, "people.import")
    number = new_reference()
    with override(language):
        title = _("Registration form")
        data = {
            "title": title,
            "lead": _("Write in block letters. Leave empty what you do not know or do not want."),
            "number": spaced(number),
            "number_label": _("Number of this form, and your reference from now on:"),
            "qr": _qr(number),
            "qr_alt": _("The number of this form as a QR code"),
            "fields": _fields(),
            "agree_title": _("I agree to (tick what you agree to, each by itself)"),
            "agreed": [
                [each.purpose.value, str(each.purpose.label), str(each.agreed)] for each in WORDINGS
            ],
            "signature": _("Signature or thumb print"),
            "day": _("Day"),
            "day_note": _("day, month, year · wording %(version)s") % {"version": VERSION},
        }
        return documents.pdf(TEMPLATE, data=data, title=title, language=language)


def _qr(number: str) -> str:
    drawn = BytesIO()
    segno.make(number, error="m", micro=False).save(
        drawn, kind="svg", xmldecl=False, svgns=True, border=2, scale=4
    )
    return drawn.getvalue().decode()


def _line(label: str, note: str = "") -> dict[str, Any]:
    return {"kind": "line", "label": label, "note": note}


def _boxes(label: str, count: int, note: str = "") -> dict[str, Any]:
    return {"kind": "boxes", "label": label, "count": count, "note": note}


def _ticks(label: str, listed: list[choices.Choice]) -> dict[str, Any]:
    found = [[str(code), str(name)] for code, name in listed]
    return {"kind": "ticks", "label": label, "choices": found}


def _fields() -> list[dict[str, Any]]:
    return [
        _line(_("Your name, as you write it")),
        _line(_("The same name in your own script")),
        _boxes(_("Date of birth"), 8, _("day, month, year; the year is enough")),
        _ticks(_("Sex"), [each for each in SEXES.items() if each[0]]),
        _line(_("Nationality")),
        _line(_("Country you live in")),
        _boxes(_("Phone"), 15, _("with the country code")),
        _line(_("E-mail")),
        _line(_("Work you can do"), _("the centre writes the ISCO code beside it")),
        _boxes(_("Years you have done it"), 2),
        _line(_("Languages, and how well"), "A1 A2 B1 B2 C1 C2 NATIVE"),
        _boxes(_("Highest level of schooling (EQF)"), 1, "1–8"),
        _line(_("Licences and permits")),
        _boxes(_("From which day you can work"), 8, _("day, month, year")),
    ]
