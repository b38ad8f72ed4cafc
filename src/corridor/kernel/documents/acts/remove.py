"""Take a file away; the line that it was there stays."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.documents import vault
from corridor.kernel.documents.models import Document
from corridor.kernel.record import api as record


def remove_document(*, actor: Actor, document: Document) -> Document:
    """Erase the bytes and the name, keep number, checksum and dates. Twice is once."""
    may(actor, "documents.store", document.owner)
    if document.removed_at is not None:
        return document
    path = document.path
    with transaction.atomic():
        document.removed_at = timezone.now()
        document.name, document.path = "", ""
        document.save(update_fields=["removed_at", "name", "path"])
        record.note(actor, "documents.removed", document)
        transaction.on_commit(lambda: vault.remove(path))
    return document
