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
    sentence = _("Things to correct in this vacancy: %(count)s.")

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
        "Things to correct in this file, listed by row and column: %(count)s. Nothing was kept."
    )


class NotADraft(CorridorError):
    code = "jobs.not_a_draft"
    status = 409
    sentence = _(
        "Vacancy %(number)s is %(status)s; this can be done with a draft only. Reload the page."
    )


class NotOpen(CorridorError):
    code = "jobs.not_open"
    status = 409
    sentence = _("Vacancy %(number)s is %(status)s; only a published one can be closed.")


class NotSubmitted(CorridorError):
    code = "jobs.not_submitted"
    status = 409
    sentence = _("Vacancy %(number)s is %(status)s; it does not wait for a check. Reload the page.")


class NotYoursToCheck(CorridorError):
    code = "jobs.own"
    status = 409
    sentence = _("Nobody checks what their own organisation asks for. Ask another officer.")


class NoReasons(CorridorError):
    code = "jobs.no_reasons"
    status = 422
    sentence = _("Say at least once what is to be corrected, beside the field it is about.")


class ChangedMeanwhile(CorridorError):
    """Two people edit one draft; the second is told, and nothing of theirs is lost."""

    code = "jobs.changed_meanwhile"
    status = 409
    sentence = _(
        "Somebody changed vacancy %(number)s while you were writing. What you wrote is still here; "
        "look at theirs, then save again."
    )


class NotAuthorised(CorridorError):
    code = "jobs.not_authorised"
    status = 409
    sentence = _(
        "This employer has not authorised the agency, or took that back. Ask the employer for a "
        "code and enter it under your organisation."
    )


class NothingChanged(CorridorError):
    code = "jobs.nothing_changed"
    status = 422
    sentence = _("Nothing of the terms of vacancy %(number)s would change.")


class AmendmentWaits(CorridorError):
    code = "jobs.amendment_waits"
    status = 409
    sentence = _(
        "Other terms for vacancy %(number)s wait for a check already. Take them back first."
    )


class NothingWaits(CorridorError):
    code = "jobs.nothing_waits"
    status = 409
    sentence = _("These terms for vacancy %(number)s were decided on already. Reload the page.")


class OrderRefused(VacancyRefused):
    """A job order that cannot be kept or decided so; `findings` holds everything wrong with it."""

    code = "jobs.order_refused"
    sentence = _("Things to correct in this job order: %(count)s.")


class OrderDecided(CorridorError):
    code = "jobs.order_decided"
    status = 409
    sentence = _("Job order %(number)s is %(state)s; it was decided on before. Reload the page.")


class OrderExhausted(CorridorError):
    code = "jobs.order_exhausted"
    status = 409
    sentence = _(
        "Job order %(number)s has %(balance)s places left; %(asked)s are asked for. Offer fewer, "
        "or ask for another order."
    )


class NotTaking(CorridorError):
    code = "jobs.not_taking"
    status = 409
    sentence = _(
        "Vacancy %(number)s takes no applications now: it is closed, or who recruits may not do so "
        "at present."
    )


class NothingToShow(CorridorError):
    code = "jobs.nothing_to_show"
    status = 422
    sentence = _("Your profile says nothing yet that an employer may see. Add what you can do.")


class NothingSought(CorridorError):
    code = "jobs.nothing_sought"
    status = 422
    sentence = _("Choose at least one filter; a search for everything cannot be saved.")


class TooManySearches(CorridorError):
    code = "jobs.too_many_searches"
    status = 409
    sentence = _("You have saved %(most)s searches; remove one first.")


class StopLinkUnusable(CorridorError):
    code = "jobs.stop_link_unusable"
    status = 410
    sentence = _("This link is too old or not whole. Sign in to switch messages off.")


class ApplicationEnded(CorridorError):
    code = "jobs.application_ended"
    status = 409
    sentence = _("Application %(number)s has ended: %(state)s. Reload the page.")


class ShareRefused(CorridorError):
    code = "jobs.share_refused"
    status = 422
    sentence = _(
        "Name one colleague by the e-mail or phone they sign in with, or one organisation, and a "
        "day within %(most)s days."
    )


class ImportDecided(CorridorError):
    code = "jobs.import_decided"
    status = 409
    sentence = _("This file was decided on already: %(state)s. Reload the page.")


class ImportMoved(CorridorError):
    code = "jobs.import_moved"
    status = 409
    sentence = _(
        "Nothing was undone: %(count)s of these vacancies are no drafts any more. Take them back "
        "first, or throw the other drafts away one by one."
    )


class CannotReopen(CorridorError):
    code = "jobs.cannot_reopen"
    status = 409
    sentence = _(
        "Vacancy %(number)s cannot be opened again: only a closed one with a place left can, within"
        " %(days)s days. Copy it to a new draft instead."
    )
