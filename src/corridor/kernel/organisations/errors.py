"""What can go wrong with organisations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError


@dataclass(frozen=True)
class Problem:
    """One thing wrong: the field it is in, and a sentence."""

    field: str
    sentence: str


class OrganisationError(CorridorError):
    """Base of what organisations can cause here."""

    code = "organisations.error"


class Unreadable(OrganisationError):
    """Values that cannot be taken as they are: every problem at once; nothing was saved."""

    code = "organisations.unreadable"
    status = 422
    sentence = _("Nothing was saved. %(listed)s")

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            listed=" · ".join(f"{each.field}: {each.sentence}" for each in problems),
            problems=[{"field": each.field, "sentence": each.sentence} for each in problems],
        )


class AlreadyRegistered(OrganisationError):
    code = "organisations.already_registered"
    status = 409
    sentence = _(
        "An organisation with the number %(number)s is registered in %(country)s already. "
        "Ask it, or an officer, to add you to its staff."
    )


class NoSuchAccount(OrganisationError):
    code = "organisations.no_such_account"
    status = 422
    sentence = _("Nobody signs in with %(login)s. Ask them to make an account first.")


class AlreadyStaff(OrganisationError):
    code = "organisations.already_staff"
    status = 409
    sentence = _("%(login)s is on the staff of this organisation already.")


class LastOwner(OrganisationError):
    code = "organisations.last_owner"
    status = 409
    sentence = _("Somebody must answer for the organisation. Name another before this one leaves.")


class NotYoursToVerify(OrganisationError):
    code = "organisations.own"
    status = 409
    sentence = _("Nobody verifies an organisation they work for. Ask another officer.")


class NoSuchCode(OrganisationError):
    code = "organisations.no_such_code"
    status = 422
    sentence = _(
        "No employer gave this code, or it was used, taken back or has run out. Ask the employer "
        "for a new one."
    )


class NotAnAgency(OrganisationError):
    code = "organisations.not_an_agency"
    status = 409
    sentence = _("%(name)s is not a recruitment agency; only an agency enters an employer's code.")


class AlreadyAuthorised(OrganisationError):
    code = "organisations.already_authorised"
    status = 409
    sentence = _("%(agency)s recruits for %(employer)s already.")
