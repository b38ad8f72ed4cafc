"""What can be wrong with a table that comes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.actors.api import CorridorError


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing wrong: where (the header is row 1; 0 is the file), a code, a sentence."""

    row: int
    column: str
    code: str
    sentence: StrOrPromise

    def __str__(self) -> str:
        place = {"row": self.row, "column": self.column, "sentence": self.sentence}
        if self.column:
            return say("row %(row)s, %(column)s: %(sentence)s") % place
        return say("row %(row)s: %(sentence)s") % place if self.row else str(self.sentence)


class TableRefused(CorridorError):
    """Nothing of the table was kept; `faults` holds everything wrong with it, by row and column."""

    code = "tables.refused"
    status = 422
    sentence = _("Things to correct in this table: %(count)s. Nothing of it was kept.")

    def __init__(self, faults: Sequence[Fault], *, total: int) -> None:
        self.faults = list(faults)
        problems = [
            {
                "row": fault.row,
                "column": fault.column,
                "code": fault.code,
                "sentence": str(fault.sentence),
            }
            for fault in faults
        ]
        super().__init__(count=total, problems=problems)

    def __str__(self) -> str:
        lines = [super().__str__(), *map(str, self.faults)]
        if more := self.facts["count"] - len(self.faults):
            lines.append(say("and %(count)s more") % {"count": more})
        return "\n".join(lines)
