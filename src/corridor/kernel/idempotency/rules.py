"""How long answers are kept."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.idempotency.models import Answered
from corridor.kernel.record.api import retention

retention(
    "idempotency.answers",
    what=_("Answers to writes that came with an idempotency key"),
    days=30,
    reason=_("A program that lost the answer asks again within days, not months."),
    due=lambda before: Answered.objects.filter(at__lt=before),
)
