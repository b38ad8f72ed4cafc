"""What somebody is told of their appeal: that it came in and when the answer is due; the answer."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from corridor.kernel.messaging import api as messaging
from corridor.services.rounds.models import Appeal
from corridor.services.rounds.telling_offers import recipient_of


def tell_of_appeal(appeal: Appeal) -> None:
    """Put the message into the outbox, once when it came in and once when it is decided."""
    to = recipient_of(appeal.result.worker)
    if to is None:
        return
    line = appeal.result.round_vacancy
    context = {
        "title": line.title or line.vacancy,
        "reply_by": appeal.reply_by,
        "verdict": appeal.verdict,
        "address": settings.BASE_URL + reverse("rounds.appeal", args=[appeal.result_id]),
    }
    stage = "decided" if appeal.is_decided else "lodged"
    messaging.send(
        to=to,
        template=f"rounds/appeal_{stage}",
        context=context,
        key=f"appeal:{appeal.pk}:{stage}",
    )
