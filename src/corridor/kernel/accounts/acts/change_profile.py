"""Change one's own name and language."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.accounts.models import User
from corridor.kernel.accounts.names import checked_language, checked_name
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def change_profile(*, actor: Actor, user: User, name: str, language: str) -> None:
    """Keep the name as given and the language to speak. Raises NameTooLong, LanguageUnknown."""
    may(actor, "accounts.change_own", user)
    user.display_name = checked_name(name)
    user.language = checked_language(language)
    with transaction.atomic():
        user.save(update_fields=["display_name", "language"])
        record.note(actor, "accounts.profile_changed", user)
