"""What can go wrong with files of rules, in sentences."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError


class RulesFileRefused(CorridorError):
    """A table, a pack, facts or a file of contracts cannot be used as it stands."""

    code = "rules.file_refused"
    sentence = _("%(reason)s")
