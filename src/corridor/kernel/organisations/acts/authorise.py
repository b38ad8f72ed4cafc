"""An employer lets an agency recruit for it, by a code; and takes that back."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.organisations.errors import (
    AlreadyAuthorised,
    NoSuchCode,
    NotAnAgency,
    Problem,
    Unreadable,
)
from corridor.kernel.organisations.events import AuthorisationEnded
from corridor.kernel.organisations.models import Authorisation, Organisation, OrganisationKind
from corridor.kernel.record import api as record

# Without letters and digits that are taken for each other when read aloud.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 12
NOTE_LENGTH_MAX = 200


def authorise_agency(
    *, actor: Actor, employer: Organisation, valid_until: date, note: str = ""
) -> tuple[Authorisation, str]:
    """Make a code that lets one agency recruit for this employer; the code is shown this once.

    Raises Unreadable for a day that is over or a note that is too long.
    """
    may(actor, "organisations.authorise", employer)
    problems = []
    if valid_until < timezone.localdate():
        problems.append(Problem("valid_until", _("This day is over; choose one to come.")))
    if len(note) > NOTE_LENGTH_MAX:
        most = {"most": NOTE_LENGTH_MAX}
        problems.append(Problem("note", _("At most %(most)s characters.") % most))
    if problems:
        raise Unreadable(problems)
    code = "".join(secrets.choice(LETTERS) for _each in range(CODE_LENGTH))
    with transaction.atomic():
        given = Authorisation.objects.create(
            employer=employer, code_digest=digest(code), valid_until=valid_until, note=note
        )
        record.note(actor, "organisations.code_given", employer, authorisation=given.pk)
    return given, code


def accept_authorisation(*, actor: Actor, agency: Organisation, code: str) -> Authorisation:
    """Enter the code an employer gave; from now on the agency recruits for it.

    Raises NotAnAgency, NoSuchCode, AlreadyAuthorised.
    """
    may(actor, "organisations.accept", agency)
    if agency.kind != OrganisationKind.AGENCY:
        raise NotAnAgency(name=agency.name)
    with transaction.atomic():
        given = Authorisation.objects.select_for_update().filter(code_digest=digest(code)).first()
        if given is None or not given.is_waiting or given.employer_id == agency.pk:
            raise NoSuchCode
        given.agency, given.accepted_at = agency, timezone.now()
        try:
            with transaction.atomic():
                given.save(update_fields=["agency", "accepted_at"])
        except IntegrityError as error:
            names = {"agency": agency.name, "employer": given.employer.name}
            raise AlreadyAuthorised(**names) from error
        record.note(actor, "organisations.authorised", given.employer, agency=agency.pk)
    return given


def end_authorisation(*, actor: Actor, authorisation: Authorisation) -> Authorisation:
    """Take an authorisation back; asking again changes nothing."""
    may(actor, "organisations.authorise", authorisation.employer)
    with transaction.atomic():
        held = Authorisation.objects.select_for_update().get(pk=authorisation.pk)
        if held.ended_at is None:
            held.ended_at = timezone.now()
            held.save(update_fields=["ended_at"])
            record.note(
                actor, "organisations.authorisation_ended", held.employer, agency=held.agency_id
            )
            if held.agency_id is not None:
                record.announce(
                    AuthorisationEnded(employer_id=held.employer_id, agency_id=held.agency_id)
                )
    return held


def digest(code: str) -> str:
    """What is kept of a code; spaces, hyphens and case do not matter."""
    plain = "".join(character for character in code.upper() if character.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()
