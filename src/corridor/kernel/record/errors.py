"""What can go wrong with the record."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError


class RecordBroken(CorridorError):
    code = "record.broken"
    status = 409


class RootMistyped(CorridorError):
    code = "record.root_mistyped"
    sentence = _(
        "“%(text)s” is no root. A root is the number of lines, a colon, and the 64 characters of "
        "the hash, as `corridor record root` prints them."
    )
