"""Decide whether a claim is verified."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.acts.add_claim import locked
from corridor.kernel.people.acts.second_verification import count_as
from corridor.kernel.people.errors import NotYoursToVerify, Problem, Unreadable
from corridor.kernel.people.events import ClaimsChanged
from corridor.kernel.people.models import Claim, Decision, Verification
from corridor.kernel.record import api as record

REASON_LENGTH_MAX = 1000


class VerificationDraft(BaseModel):
    """A decision with its reason; `expires_on` is the last day a yes holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    decision: Decision
    reason: str = ""
    expires_on: date | None = None

    def problems(self) -> list[Problem]:
        found = []
        if not self.reason.strip():
            found.append(Problem("reason", _("Write what you saw and why you decide so.")))
        if len(self.reason) > REASON_LENGTH_MAX:
            found.append(
                Problem("reason", _("At most %(most)s characters.") % {"most": REASON_LENGTH_MAX})
            )
        if self.expires_on and self.decision != Decision.VERIFIED:
            found.append(Problem("expires_on", _("Only a verification runs out.")))
        if self.expires_on and self.expires_on < timezone.localdate():
            found.append(Problem("expires_on", _("This day is over; choose one to come.")))
        return found


def verify_claim(*, actor: Actor, claim: Claim, draft: VerificationDraft) -> Verification:
    """Verify a claim, refuse to, or take a verification back; the reason is shown to the person.

    A yes to a kind that needs four eyes counts once `second_verification` has confirmed it.
    Raises NotYoursToVerify for one's own profile, Unreadable with every problem of the draft.
    """
    may(actor, "people.verify", claim)
    if problems := draft.problems():
        raise Unreadable(problems)
    with transaction.atomic():
        claim = locked(claim)
        if actor.user_id is not None and claim.person.user_id == actor.user_id:
            raise NotYoursToVerify
        yes = draft.decision == Decision.VERIFIED
        now = timezone.now()
        decision = Verification.objects.create(
            claim=claim,
            decision=draft.decision,
            reason=draft.reason.strip(),
            expires_on=draft.expires_on,
            decided_by_id=actor.user_id,
            decided_at=now,
            needs_second=yes and claim.kind in settings.CORRIDOR_FOUR_EYES,
        )
        if not decision.needs_second:
            count_as(claim, decision)
        verb = f"people.claim_{draft.decision.value}"
        record.note(actor, verb, claim.person, claim=claim.pk, verification=decision.pk)
        record.announce(ClaimsChanged(person_id=claim.person_id))
    return decision
