"""How long examiners' notes are kept."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from corridor.kernel.record import api as record
from corridor.services.assessments.models import Marking


def blank(found: QuerySet[Marking]) -> int:
    return found.update(note="")


record.retention(
    "assessments.notes",
    what=_("Private notes of examiners"),
    days=730,
    reason=_("Two years: as long as a result is usually valid and may be asked about."),
    due=lambda before: Marking.objects.filter(saved_at__lt=before).exclude(note=""),
    erase=blank,
)
