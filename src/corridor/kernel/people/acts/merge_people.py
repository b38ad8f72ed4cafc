"""Two entries for one person made one, and taken apart again exactly."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.accounts import api as accounts
from corridor.kernel.actors.api import Actor, can, may
from corridor.kernel.people.errors import CannotMerge, CannotUnmerge
from corridor.kernel.people.events import PeopleMerged, PeopleUnmerged
from corridor.kernel.people.models import Claim, Consent, FamilyMember, Merge, Person, PersonStatus
from corridor.kernel.record import api as record


class WhoseAccount(StrEnum):
    """Whose account stays; neither's where at most one of the two has one."""

    NEITHER = ""
    KEPT = "kept"
    MERGED = "merged"


SAME = _("Choose two different people.")
NOT_CURRENT = _("%(reference)s was merged or erased before; choose two current people.")
TWO_ACCOUNTS = _(
    "Both have an account of their own. Ask the person which of them stays, and choose it."
)
OTHER_ROLES = _("The account that would be closed has other roles. Let the other account stay.")
ONE_ACCOUNT = _("Only one of them has an account: there is nothing to choose.")
TWO_FAMILIES = _("Each belongs to a family. One of them must leave theirs first.")
NO_REASON = _("Write how you know that these two are one person.")


def _both(kept: Person, merged: Person) -> tuple[Person, Person]:
    held = Person.objects.select_for_update().in_bulk([kept.pk, merged.pk])
    return held[kept.pk], held[merged.pk]


def have_two_accounts(kept: Person, merged: Person) -> bool:
    return kept.user_id is not None and merged.user_id is not None


def _refuse_unless_possible(kept: Person, merged: Person, account: str) -> None:
    if kept.pk == merged.pk:
        raise CannotMerge(SAME)
    for person in (kept, merged):
        if person.status != PersonStatus.CURRENT:
            raise CannotMerge(NOT_CURRENT, reference=person.reference_spaced)
    if have_two_accounts(kept, merged) != bool(account):
        raise CannotMerge(ONE_ACCOUNT if account else TWO_ACCOUNTS)
    joined = FamilyMember.objects.filter(
        person__in=[kept, merged], left_at=None, joined_at__isnull=False
    )
    if joined.count() > 1:
        raise CannotMerge(TWO_FAMILIES)


def merge_people(
    *, actor: Actor, kept: Person, merged: Person, reason: str, account: str = WhoseAccount.NEITHER
) -> Merge:
    """Everything of `merged` moves to `kept`; what moved is written down, so it can go back.

    Where both have an account, `account` says whose stays; the other is closed and its owner told.
    """
    may(actor, "people.merge", kept)
    if not reason.strip():
        raise CannotMerge(NO_REASON)
    with transaction.atomic():
        kept, merged = _both(kept, merged)
        _refuse_unless_possible(kept, merged, account)
        claims = list(Claim.objects.filter(person=merged).values_list("pk", flat=True))
        members = list(
            FamilyMember.objects.filter(person=merged)
            .exclude(family__in=FamilyMember.objects.filter(person=kept).values("family"))
            .values_list("pk", flat=True)
        )
        merge = Merge.objects.create(
            kept=kept,
            merged=merged,
            reason=reason.strip()[:1000],
            merged_by_id=actor.user_id,
            moved={
                "claims": claims,
                "members": members,
                "user": merged.user_id,
                "kept_user": kept.user_id,
                "consents": _consents_that_move(kept, merged),
            },
        )
        Consent.objects.filter(pk__in=merge.moved["consents"]).update(person=kept)
        Claim.objects.filter(pk__in=claims).update(person=kept)
        FamilyMember.objects.filter(pk__in=members).update(person=kept)
        stays = kept.user_id if account == WhoseAccount.KEPT else merged.user_id or kept.user_id
        Person.objects.filter(pk=merged.pk).update(
            status=PersonStatus.MERGED, merged_into=kept, user=None
        )
        Person.objects.filter(pk=kept.pk).update(user=stays)
        if account:
            leaving = merged.user if account == WhoseAccount.KEPT else kept.user
            _close(actor, merge, leaving)
        record.note(actor, "people.merged", kept, merged=merged.pk, merge=merge.pk)
        record.announce(PeopleMerged(kept_id=kept.pk, merged_id=merged.pk))
    return merge


def _consents_that_move(kept: Person, merged: Person) -> list[int]:
    """Answers to purposes that the kept entry never answered; where both did, its own stay."""
    answered = Consent.objects.filter(person=kept).values("purpose")
    moving = Consent.objects.filter(person=merged).exclude(purpose__in=answered)
    return list(moving.values_list("pk", flat=True))


def _close(actor: Actor, merge: Merge, user: accounts.User | None) -> None:
    """Close the account that does not stay; what undoing it needs is written down."""
    if user is None or not user.is_active:
        return
    if not can(actor, "accounts.close", user):
        raise CannotMerge(OTHER_ROLES)
    tokens = accounts.close_account(actor=actor, user=user, because="merged")
    merge.moved |= {"closed": user.pk, "tokens": tokens}
    merge.save(update_fields=["moved"])


def _open_again(actor: Actor, moved: dict[str, Any]) -> None:
    if not moved.get("closed"):
        return
    user = accounts.User.objects.get(pk=moved["closed"])
    try:
        accounts.reopen_account(actor=actor, user=user, tokens=moved["tokens"])
    except accounts.AccountIsErased as error:
        raise CannotUnmerge from error


def unmerge_people(*, actor: Actor, merge: Merge) -> Merge:
    """Give back what moved; what was added to the kept person since stays with them."""
    may(actor, "people.merge", merge.kept)
    with transaction.atomic():
        merge = Merge.objects.select_for_update().get(pk=merge.pk)
        kept, merged = _both(merge.kept, merge.merged)
        undone = merge.undone_at is not None
        if undone or kept.status != PersonStatus.CURRENT or merged.status != PersonStatus.MERGED:
            raise CannotUnmerge
        Claim.objects.filter(pk__in=merge.moved["claims"], person=kept).update(person=merged)
        FamilyMember.objects.filter(pk__in=merge.moved["members"], person=kept).update(
            person=merged
        )
        _open_again(actor, merge.moved)
        Consent.objects.filter(pk__in=merge.moved.get("consents", [])).update(person=merged)
        user, before = merge.moved["user"], merge.moved.get("kept_user")
        if user and kept.user_id == user:
            Person.objects.filter(pk=kept.pk).update(user=before)
        back = user if user and kept.user_id in {user, before} else None
        Person.objects.filter(pk=merged.pk).update(
            status=PersonStatus.CURRENT, merged_into=None, user=back
        )
        merge.undone_at = timezone.now()
        merge.save(update_fields=["undone_at"])
        record.note(actor, "people.unmerged", kept, merged=merged.pk, merge=merge.pk)
        record.announce(PeopleUnmerged(kept_id=kept.pk, merged_id=merged.pk))
    return merge
