"""Suspend a licence, and give it back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.organisations.drafts import REASON_LENGTH_MAX
from corridor.kernel.organisations.errors import Problem, Unreadable
from corridor.kernel.organisations.events import LicenceRestored, LicenceSuspended
from corridor.kernel.organisations.models import Licence
from corridor.kernel.record import api as record


def suspend_licence(*, actor: Actor, licence: Licence, reason: str) -> Licence:
    """From today the licence allows nothing, until it is given back. Raises Unreadable."""
    may(actor, "organisations.license", licence.organisation)
    if not reason.strip():
        raise Unreadable([Problem("reason", _("Write what you saw and why you decide so."))])
    if len(reason) > REASON_LENGTH_MAX:
        most = {"most": REASON_LENGTH_MAX}
        raise Unreadable([Problem("reason", _("At most %(most)s characters.") % most)])
    with transaction.atomic():
        held = Licence.objects.select_for_update().get(pk=licence.pk)
        if held.suspended_on is None:
            held.suspended_on, held.suspension_reason = timezone.localdate(), reason.strip()
            held.save(update_fields=["suspended_on", "suspension_reason"])
            record.note(
                actor, "organisations.licence_suspended", held.organisation, licence=held.pk
            )
            record.announce(
                LicenceSuspended(organisation_id=held.organisation_id, activity=held.activity)
            )
    return held


def restore_licence(*, actor: Actor, licence: Licence) -> Licence:
    """Give a suspended licence back; asking again changes nothing."""
    may(actor, "organisations.license", licence.organisation)
    with transaction.atomic():
        held = Licence.objects.select_for_update().get(pk=licence.pk)
        if held.suspended_on is not None:
            held.suspended_on, held.suspension_reason = None, ""
            held.save(update_fields=["suspended_on", "suspension_reason"])
            record.note(actor, "organisations.licence_restored", held.organisation, licence=held.pk)
            record.announce(
                LicenceRestored(organisation_id=held.organisation_id, activity=held.activity)
            )
    return held
