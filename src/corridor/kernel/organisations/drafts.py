"""What is told of an organisation before it is saved, checked whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from corridor.kernel.organisations.errors import Problem, Unreadable
from corridor.kernel.organisations.models import NAME_LENGTH_MAX, Decision, OrganisationKind

COUNTRY = re.compile(r"^[A-Z]{3}$")
REASON_LENGTH_MAX = 1000


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Base: `checked()` gives the draft itself, or raises Unreadable with every problem."""

    def problems(self) -> Iterator[Problem]:
        yield from ()

    def checked(self) -> Draft:
        if found := list(self.problems()):
            raise Unreadable(found)
        return self

    def values(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def too_long(self, field: str, most: int) -> Iterator[Problem]:
        if len(getattr(self, field)) > most:
            yield Problem(field, _("At most %(most)s characters.") % {"most": most})


@dataclass(frozen=True, kw_only=True)
class OrganisationDraft(Draft):
    kind: str
    name: str
    country: str
    native_name: str = ""
    registration_number: str = ""
    email: str = ""
    website: str = ""

    def problems(self) -> Iterator[Problem]:
        if self.kind not in OrganisationKind.values:
            kinds = ", ".join(OrganisationKind.values)
            yield Problem("kind", _("Choose one of these: %(kinds)s.") % {"kinds": kinds})
        if not any(character.isalpha() for character in self.name):
            yield Problem("name", _("Write the name of the organisation."))
        if not COUNTRY.match(self.country):
            yield Problem("country", _("Choose the country, by its three letters such as NPL."))
        yield from self.too_long("name", NAME_LENGTH_MAX)
        yield from self.too_long("native_name", NAME_LENGTH_MAX)
        yield from self.too_long("registration_number", 64)
        yield from self._contact()

    def _contact(self) -> Iterator[Problem]:
        try:
            if self.email:
                validate_email(self.email)
        except ValidationError:
            yield Problem("email", _("This is not an e-mail address."))
        try:
            if self.website:
                URLValidator(schemes=["http", "https"])(self.website)
        except ValidationError:
            yield Problem("website", _("Write the address as https://example.org."))


@dataclass(frozen=True, kw_only=True)
class VerificationDraft(Draft):
    """A decision with its reason; `evidence` says what was seen, `expires_on` its last day."""

    decision: str
    reason: str
    evidence: str = ""
    expires_on: date | None = None

    def problems(self) -> Iterator[Problem]:
        if self.decision not in Decision.values:
            yield Problem("decision", _("Choose a decision."))
        if not self.reason.strip():
            yield Problem("reason", _("Write what you saw and why you decide so."))
        if self.decision == Decision.VERIFIED and not self.evidence.strip():
            yield Problem("evidence", _("Name the evidence: the register, the certificate."))
        if self.expires_on and self.decision != Decision.VERIFIED:
            yield Problem("expires_on", _("Only a verification runs out."))
        if self.expires_on and self.expires_on < timezone.localdate():
            yield Problem("expires_on", _("This day is over; choose one to come."))
        yield from self.too_long("reason", REASON_LENGTH_MAX)
        yield from self.too_long("evidence", 300)


@dataclass(frozen=True, kw_only=True)
class LicenceDraft(Draft):
    activity: str
    number: str
    authority: str
    valid_from: date
    valid_until: date | None = None

    def problems(self) -> Iterator[Problem]:
        for field, most in (("activity", 100), ("number", 64), ("authority", 200)):
            if not getattr(self, field).strip():
                yield Problem(field, _("This is needed."))
            yield from self.too_long(field, most)
        if self.valid_until and self.valid_until < self.valid_from:
            yield Problem("valid_until", _("The end lies before the beginning."))
