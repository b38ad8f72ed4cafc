"""The attendance list of a session to print: tagged, with a code in each row, nothing sensitive."""

from __future__ import annotations

import io
from pathlib import Path

import segno
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from corridor.kernel.documents import api as documents
from corridor.services.assessments import reads, telling
from corridor.services.assessments.models import HOLDS_PLACE, Session

TEMPLATE = Path(__file__).parent / "typst" / "attendance.typ"


def code_of(text: str) -> str:
    """A QR code as SVG."""
    held = io.BytesIO()
    segno.make(text, error="m").save(held, kind="svg", border=1, xmldecl=False)
    return held.getvalue().decode()


def attendance(session: Session, *, named: bool, page: str) -> bytes:
    """A row for each person with a place: time, number, name where it may be read, signature."""
    rows = [
        {
            "time": telling.hour(one.slot.starts_at, session) if one.slot else "",
            "reference": one.person.reference_spaced,
            "name": one.person.full_name if named else "",
            "code": code_of(f"{settings.BASE_URL}{page}?reference={one.person.reference}"),
        }
        for one in reads.candidates_of(session).filter(state__in=HOLDS_PLACE)
    ]
    title = _("Attendance: %(title)s") % {"title": session.title}
    data = {
        "title": title,
        "number": session.number,
        "when": telling.when(session.starts_at, session),
        "where": telling.where(session),
        "heads": [_("Time"), _("Number"), _("Name"), _("Signature"), _("Check in")],
        "code": _("Code that opens the check-in of %(number)s"),
        "nobody": _("Nobody has a place yet."),
        "rows": rows,
    }
    language = (translation.get_language() or "en").partition("-")[0]
    return documents.pdf(TEMPLATE, data=data, title=title, language=language)
