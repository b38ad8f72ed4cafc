"""What the officers of a round are told: in the app and by e-mail, each in their own language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from corridor.kernel.accounts.api import User
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.services.rounds.models import Offer, Override, Round
from corridor.services.rounds.words_steps import bar_in_words

CHANNELS = (messaging.Channel.EMAIL, messaging.Channel.APP)


def signatories(of: Round, *, but: str = "") -> list[User]:
    """The officers who sign for the parties of a round, without those of one side."""
    parties = of.parties.exclude(side=but).filter(officer__is_active=True)
    return [party.officer for party in parties.select_related("officer") if party.officer]


def tell_of_override(one: Override, *, undone_by: str = "") -> None:
    """Once when it waits, to the other party; once when one side took it back, to the other."""
    stage, said_by = ("undone", undone_by) if undone_by else ("waits", one.proposed_side)
    of = one.round
    context = {
        "number": of.number,
        "round": of.title,
        "worker": people.printed_reference(one.worker),
        "vacancy": one.vacancy,
        "reason": one.reason,
        "party": of.parties.get(side=said_by).name,
        "address": settings.BASE_URL + reverse("rounds.override", args=[one.pk]),
    }
    for user in signatories(of, but=said_by):
        with translation.override(user.language):
            kind = str(one.get_kind_display())
        _send(user, f"override_{stage}", {**context, "kind": kind}, f"override:{one.pk}:{stage}")


def tell_of_question(offer: Offer, failed: str) -> None:
    """Somebody accepted, and then did not meet a requirement that decides."""
    of = offer.round
    for user in signatories(of):
        with translation.override(user.language):
            said = bar_in_words(failed, of)
        context = {
            "number": of.number,
            "worker": people.printed_reference(offer.worker),
            "vacancy": offer.round_vacancy.vacancy,
            "address": settings.BASE_URL + reverse("rounds.settle", args=[offer.pk]),
            **said,
        }
        _send(user, "offer_questioned", context, f"offer:{offer.pk}:questioned:{failed}")


def _send(user: User, template: str, context: dict[str, Any], key: str) -> None:
    to = messaging.Recipient(email=user.email, user_id=user.pk, language=user.language)
    messaging.send(
        to=to,
        template=f"rounds/{template}",
        context=context,
        key=f"{key}:{user.pk}",
        channels=[one for one in CHANNELS if to.address(one) is not None],
    )
