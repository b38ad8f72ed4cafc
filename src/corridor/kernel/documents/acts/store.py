"""Keep a file that somebody gave us."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

from django.core.files import File
from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.documents import vault
from corridor.kernel.documents.errors import Empty, TooLarge
from corridor.kernel.documents.models import Document, new_number
from corridor.kernel.documents.sniffing import sniff
from corridor.kernel.record import api as record

MEGABYTE = 1024 * 1024
SIZE_MAX_BYTES = 10 * MEGABYTE


def store_document(
    *, actor: Actor, upload: File[bytes], kind: str, owner: str, expires_on: date | None = None
) -> Document:
    """Check and keep an upload for `owner` (`people.Person:12`).

    At most 10 MB of PDF, JPEG, PNG or WebP, by content. Raises FileRefused (TooLarge, Empty,
    TypeRefused, NotWhatItSays, Broken); the caller's app has said who may write for this owner.
    """
    may(actor, "documents.store", owner)
    if (upload.size or 0) > SIZE_MAX_BYTES:
        size = f"{(upload.size or 0) / MEGABYTE:.1f}"
        raise TooLarge(size=size, most=SIZE_MAX_BYTES // MEGABYTE)
    content = upload.read()
    if not content:
        raise Empty()
    name = PurePath((upload.name or "").replace("\\", "/")).name[-200:] or kind
    found = sniff(content, name=name)
    number = new_number()
    path = vault.put(content, number=number)
    try:
        with transaction.atomic():
            document = Document.objects.create(
                number=number,
                owner=owner,
                kind=kind,
                name="".join(character for character in name if character.isprintable()),
                media_type=found,
                size_bytes=len(content),
                sha256=vault.checksum(content),
                path=path,
                expires_on=expires_on,
                uploaded_by_id=actor.user_id,
            )
            record.note(actor, "documents.stored", document, kind=kind, sha256=document.sha256)
    except BaseException:
        vault.remove(path)
        raise
    return document
