"""Who acts for an organisation."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from corridor.kernel.accounts.api import User
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.organisations.errors import AlreadyStaff, LastOwner, NoSuchAccount
from corridor.kernel.organisations.models import Duty, Organisation, StaffMember
from corridor.kernel.record import api as record


def add_staff(
    *, actor: Actor, organisation: Organisation, login: str, duty: str = Duty.STAFF
) -> StaffMember:
    """Add the account that signs in with this e-mail or phone to the staff."""
    may(actor, "organisations.staff", organisation)
    login = login.strip()
    user = User.objects.filter(Q(email__iexact=login) | Q(phone=login), is_active=True).first()
    if user is None:
        raise NoSuchAccount(login=login)
    try:
        with transaction.atomic():
            member = StaffMember.objects.create(organisation=organisation, user=user, duty=duty)
            record.note(actor, "organisations.staff_added", organisation, user=user.pk)
    except IntegrityError as error:
        raise AlreadyStaff(login=login) from error
    return member


def end_staff(*, actor: Actor, member: StaffMember) -> None:
    """End a duty: an owner ends anyone's, staff their own. The last owner stays."""
    if member.user_id != actor.user_id:
        may(actor, "organisations.staff", member.organisation)
    with transaction.atomic():
        Organisation.objects.select_for_update().get(pk=member.organisation_id)
        owners = StaffMember.objects.filter(
            organisation=member.organisation_id, duty=Duty.OWNER, ended_at=None
        )
        if member.duty == Duty.OWNER and not owners.exclude(pk=member.pk).exists():
            raise LastOwner
        StaffMember.objects.filter(pk=member.pk, ended_at=None).update(ended_at=timezone.now())
        record.note(actor, "organisations.staff_ended", member.organisation, user=member.user_id)
