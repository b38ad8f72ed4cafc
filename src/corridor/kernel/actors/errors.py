"""What can go wrong, in sentences for people, with a code for machines."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


class CorridorError(Exception):
    """Base of every refusal a person can cause: a stable code, a sentence, the facts.

    `code` never changes once published; `status` is the HTTP answer; `facts` are plain values.
    """

    code = "corridor.error"
    status = 400
    sentence: StrOrPromise = _("Something in this request cannot be done.")

    def __init__(self, sentence: StrOrPromise | None = None, **facts: Any) -> None:
        self.facts = facts
        self.sentence = sentence if sentence is not None else self.sentence
        super().__init__(sentence)

    def __str__(self) -> str:
        """The sentence in the reader's language, with its facts."""
        text = str(self.sentence)
        return text % self.facts if self.facts and "%(" in text else text


class Refused(CorridorError):
    """Not theirs to see or do. From outside it looks exactly like absence."""

    code = "corridor.not_found"
    status = 404
    sentence = _("There is nothing here, or it is not for you. Check the address, or sign in.")

    def __init__(self, permission: str = "") -> None:
        super().__init__()
        self.permission = permission
