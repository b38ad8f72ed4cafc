"""What can go wrong with vacancies, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.actors.api import CorridorError


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing wrong with what was given: where, a stable code, a sentence."""

    field: str
    code: str
    sentence: StrOrPromise
    row: int | None = None

    def __str__(self) -> str:
        where = f"row {self.row}, {self.field}" if self.row is not None else self.field
        return f"{where}: {self.sentence}"

    def as_json(self) -> dict[str, object]:
        return {**asdict(self), "sentence": str(self.sentence)}


class VacancyRefused(CorridorError):
    """The vacancy as written cannot be kept; `findings` holds everything wrong with it."""

    code = "jobs.vacancy_refused"
    status = 422
    sentence = _("This vacancy has %(count)s things to correct.")

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = list(findings)
        shown = [finding.as_json() for finding in self.findings]
        super().__init__(count=len(shown), findings=shown)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *map(str, self.findings)])


class ImportRefused(VacancyRefused):
    """A file of vacancies with anything wrong in it; nothing of it was kept."""

    code = "jobs.import_refused"
    sentence = _(
        "The file has %(count)s things to correct, listed by row and column. Nothing was kept."
    )


class NotADraft(CorridorError):
    code = "jobs.not_a_draft"
    status = 409
    sentence = _(
        "Vacancy %(number)s is %(status)s; only a draft can be published. Reload the page."
    )


class NotOpen(CorridorError):
    code = "jobs.not_open"
    status = 409
    sentence = _("Vacancy %(number)s is %(status)s; only a published one can be closed.")


class KeyUsedBefore(CorridorError):
    code = "jobs.key_used_before"
    status = 409
    sentence = _(
        "This idempotency key came before with another vacancy (%(number)s). Use a new key."
    )
