"""The record's own rules of retention."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.record.models import DeliveryState, Event, Verification
from corridor.kernel.record.retention import retention

retention(
    "record.events",
    what=_("Events that everybody has heard"),
    days=30,
    reason=_("They are messages between parts of the platform; once heard they have no use."),
    due=lambda before: Event.objects.filter(at__lt=before).exclude(
        deliveries__state__in=[DeliveryState.WAITING, DeliveryState.DEAD]
    ),
)
retention(
    "record.verifications",
    what=_("Results of verifying the record"),
    days=400,
    reason=_("A year of daily results shows an auditor that the record was watched."),
    due=lambda before: Verification.objects.filter(at__lt=before),
)
