"""How long deliveries are kept."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.record.api import retention
from corridor.kernel.webhooks.models import Posting, Secret

retention(
    "webhooks.postings",
    what=_("Deliveries to other systems, with their tries"),
    days=30,
    reason=_("Long enough to find out what went wrong, and to send it again."),
    due=lambda before: Posting.objects.filter(created_at__lt=before),
)
retention(
    "webhooks.secrets",
    what=_("Signing secrets that another one has replaced"),
    days=1,
    reason=_("They sign nothing any more."),
    due=lambda before: Secret.objects.filter(expires_at__lt=before),
)
