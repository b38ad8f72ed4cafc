"""What the registration form on paper asks, in the order of the guided one: plain values to print.

Beside each question stands the column of the entry page and the import table, and beside each box
the code that is typed there, so that whoever keys a form in never has to look anything up.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from corridor.kernel.people import choices
from corridor.kernel.people.cells_family import RELATIONS
from corridor.kernel.people.drafts import SEXES
from corridor.kernel.people.models import Relation
from corridor.kernel.places.api import EducationLevel

Field = dict[str, Any]
# The level of schooling that stands for each level of the European framework on the form.
SCHOOLING = {
    "1": EducationLevel.ISCED_1,
    "2": EducationLevel.ISCED_2,
    "4": EducationLevel.ISCED_3,
    "5": EducationLevel.ISCED_5,
    "6": EducationLevel.ISCED_6,
    "7": EducationLevel.ISCED_7,
    "8": EducationLevel.ISCED_8,
}


def line(label: str, column: str = "", note: str = "", *, height: int = 1) -> Field:
    """A line to write on."""
    return {"kind": "line", "label": label, "column": column, "note": note, "height": height}


def boxes(label: str, column: str, groups: list[int], note: str = "") -> Field:
    """One box a character, in groups such as day, month, year."""
    return {"kind": "boxes", "label": label, "column": column, "groups": groups, "note": note}


def ticks(label: str, column: str, listed: list[choices.Choice]) -> Field:
    found = [[str(code), str(name)] for code, name in listed]
    return {"kind": "ticks", "label": label, "column": column, "choices": found}


def grid(
    column: str,
    columns: list[tuple[str, str, Any]],
    *,
    rows: int,
    note: str = "",
    twice: bool = False,
) -> Field:
    """A table: each column its label, its width, and what is in a cell.

    That is nothing (a line to write on), groups of boxes, or what to tick as [code, name]. `twice`
    sets two such tables side by side.
    """
    heads = [{"label": label, "width": width, "cell": cell} for label, width, cell in columns]
    times = 2 if twice else 1
    return {"kind": "grid", "column": column, "columns": heads * times, "rows": rows, "note": note}


DATE = [2, 2, 4]
WIDE, MIDDLE, NARROW = "2.2fr", "1.3fr", "auto"


def sections() -> list[dict[str, Any]]:
    """Title, and rows of one or two fields each."""
    return [
        {"title": _("Who you are"), "column": "", "rows": _who()},
        {"title": _("Work you can do"), "column": "isco", "rows": [[_work()]]},
        {"title": _("Where you have worked"), "column": "experience", "rows": [[_experience()]]},
        {"title": _("What you are good at"), "column": "skills", "rows": [[_skills()]]},
        {"title": _("Languages, and how well"), "column": "languages", "rows": [[_languages()]]},
        {"title": _("Schooling and papers"), "column": "", "rows": _papers()},
        {"title": _("Family that comes along"), "column": "family", "rows": [[_family()]]},
    ]


def _who() -> list[list[Field]]:
    sexes = [each for each in SEXES.items() if each[0]]
    day = _("day, month, year; the year is enough")
    return [
        [
            line(_("Your name, as you write it"), "full_name"),
            line(_("The same name in your own script"), "native_name"),
        ],
        [boxes(_("Date of birth"), "birth", DATE, day), ticks(_("Sex"), "sex", sexes)],
        [line(_("Nationality"), "nationality"), line(_("Country you live in"), "residence")],
        [
            boxes(_("Phone"), "phone", [15], _("with the country code")),
            line(_("E-mail"), "email"),
        ],
    ]


def _work() -> Field:
    heads = [
        (_("Work"), WIDE, ""),
        (_("ISCO code (the centre writes it)"), NARROW, [4]),
        (_("Years you have done it"), NARROW, [2]),
    ]
    return grid("isco", heads, rows=2)


def _experience() -> Field:
    month = [2, 4]
    heads = [
        (_("Work"), MIDDLE, ""),
        (_("Employer"), MIDDLE, ""),
        (_("Country"), "1fr", ""),
        (_("From (month, year)"), NARROW, month),
        (_("Until (month, year)"), NARROW, month),
    ]
    return grid("experience", heads, rows=4, note=_("Leave the last box empty if you still do it."))


def _skills() -> Field:
    levels = " · ".join(f"{code} {name}" for code, name in choices.SKILL_LEVELS)
    heads = [
        (_("Skill"), "1fr", ""),
        (_("Level"), NARROW, [[code] for code, _name in choices.SKILL_LEVELS]),
    ]
    return grid("skills", heads, rows=5, note=levels, twice=True)


def _languages() -> Field:
    codes = [[code] for code, _name in choices.CEFR]
    heads = [
        (_("Language"), "1fr", ""),
        (_("Code (the centre writes it)"), NARROW, [3]),
        (_("Level"), NARROW, codes),
    ]
    meant = [str(name) if ":" in str(name) else f"{code}: {name}" for code, name in choices.CEFR]
    return grid("languages", heads, rows=4, note=" · ".join(meant))


def _papers() -> list[list[Field]]:
    day = _("day, month, year")
    return [
        [ticks(_("Highest schooling"), "eqf", _schooling())],
        [
            line(_("Licences"), "licences", _("to drive, to practise an occupation")),
            line(_("Countries you may work in"), "permits"),
        ],
        [
            boxes(_("From which day you can work"), "available_from", DATE, day),
            line(_("Countries you wish to go to"), "wishes"),
        ],
    ]


def _schooling() -> list[choices.Choice]:
    return [(code, level.label) for code, level in SCHOOLING.items()]


def _family() -> Field:
    heads = [
        (_("Name"), MIDDLE, ""),
        (_("Born (day, month, year)"), NARROW, DATE),
        (_("Relation"), "2.2fr", [[code, str(Relation(code).label)] for code in RELATIONS]),
    ]
    note = _("Of whoever has a form of their own, write its number instead of the birth.")
    return grid("family", heads, rows=4, note=note)
