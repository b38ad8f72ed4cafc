"""Say that something is done, with the way to undo it beside it: a button that posts, no script."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

MARK = "undo:"


def say_done(request: HttpRequest, sentence: str, *, undo: str) -> None:
    """The next page says `sentence`; its button Undo posts to the address `undo`."""
    messages.success(request, sentence, extra_tags=f"{MARK}{undo}")


def undo_of(message: Message) -> str:
    """The address that undoes what a message tells of, or ""."""
    told = message.extra_tags or ""
    return told.removeprefix(MARK) if told.startswith(MARK) else ""
