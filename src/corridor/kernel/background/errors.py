"""What can go wrong with background work."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError


class JobFinished(CorridorError):
    code = "background.finished"
    status = 409
    sentence = _("Job %(job)s has ended already; there is nothing left to cancel.")


class JobUnfinished(CorridorError):
    code = "background.unfinished"
    status = 409
    sentence = _("Job %(job)s has not ended yet. Wait for it, or cancel it first.")
