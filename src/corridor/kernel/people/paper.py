"""The registration form on paper: what a centre prints, and somebody fills in by hand."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import segno
from django.utils.translation import gettext as _
from django.utils.translation import override

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.documents import api as documents
from corridor.kernel.people.paper_sections import boxes, line, sections
from corridor.kernel.people.references import new_reference, spaced
from corridor.kernel.people.wordings import VERSION, WORDINGS
from corridor.kernel.script import apart

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
            "sections": sections(),
            "codes_note": _("Grey words and codes are for whoever keys this form in."),
            "agree_title": _("I agree to (tick what you agree to, each by itself)"),
            "agreed": [
                [each.purpose.value, str(each.purpose.label), str(each.agreed)] for each in WORDINGS
            ],
            "signed": [
                line(_("Signature or thumb print"), height=2),
                boxes(
                    _("Day"),
                    "",
                    [2, 2, 4],
                    _("day, month, year · wording %(version)s") % {"version": apart(VERSION)},
                ),
            ],
        }
        return documents.pdf(TEMPLATE, data=data, title=title, language=language)


def _qr(number: str) -> str:
    drawn = BytesIO()
    segno.make(number, error="m", micro=False).save(
        drawn, kind="svg", xmldecl=False, svgns=True, border=2, scale=4
    )
    return drawn.getvalue().decode()
