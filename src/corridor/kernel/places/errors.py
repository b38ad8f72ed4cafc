"""What can go wrong with code lists and data sets."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corridor.kernel.actors.api import CorridorError

ERRORS_SHOWN_MAX = 20


@dataclass(frozen=True)
class LoadError:
    """One fault: the file, its row as a spreadsheet counts (the header is 1; 0 is the whole file),
    the column ("" for the whole row) and what is wrong."""

    file: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        where = [self.file]
        if self.row:
            where.append(_("row %(row)s") % {"row": self.row})
        if self.column:
            where.append(_("column %(column)s") % {"column": self.column})
        return f"{', '.join(where)}: {self.message}"


class PlacesError(CorridorError):
    """Base of what can go wrong here."""

    code = "places.error"


class UnknownDataSet(PlacesError):
    """There is no loader of that name."""

    code = "places.unknown_data_set"
    status = 404
    sentence = gettext_lazy(
        "There is no data set called %(name)s. Known are: %(known)s. See corridor load --list."
    )


class UnknownCode(PlacesError):
    """A code that is not in its code list."""

    code = "places.unknown_code"
    status = 404
    sentence = gettext_lazy("%(given)s is not a code of %(kind)s that we hold. Check it.")


class NothingToLoad(PlacesError):
    """The path is missing or holds none of the publisher's files."""

    code = "places.nothing_to_load"
    sentence = gettext_lazy(
        "%(path)s holds nothing of %(name)s. Give the folder with the publisher's files."
    )


class LoadRefused(PlacesError):
    """A data set was refused whole. `errors` are the first faults, `total` counts them all."""

    code = "places.load_refused"
    status = 422

    def __init__(self, *, name: str, errors: list[LoadError], total: int) -> None:
        super().__init__(name=name, total=total, errors=[asdict(error) for error in errors])
        self.errors = errors
        self.total = total

    def __str__(self) -> str:
        head = ngettext(
            "Nothing of %(name)s was loaded, and nothing changed: there is %(total)s fault.",
            "Nothing of %(name)s was loaded, and nothing changed: there are %(total)s faults.",
            self.total,
        ) % {"name": self.facts["name"], "total": self.total}
        lines = [str(error) for error in self.errors[:ERRORS_SHOWN_MAX]]
        if self.total > len(lines):
            lines.append(_("… and %(more)s more.") % {"more": self.total - len(lines)})
        lines.append(_("Correct the files, or fetch them again, and load them once more."))
        return "\n".join([head, *lines])
