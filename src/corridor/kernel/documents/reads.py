"""Questions about documents."""

from __future__ import annotations

from django.db.models import QuerySet

from corridor.kernel.actors.api import Actor, Refused, can
from corridor.kernel.documents import vault
from corridor.kernel.documents.errors import ChecksumWrong
from corridor.kernel.documents.models import Document


def documents_of(owner: str) -> QuerySet[Document]:
    """The files of one owner that were not removed, newest first."""
    return Document.objects.filter(owner=owner, removed_at__isnull=True)


def document_for(actor: Actor, number: str) -> Document:
    """One document, by its number. Absence, removal and refusal raise the same Refused."""
    found = Document.objects.filter(number=number, removed_at__isnull=True).first()
    if found is None or not can(actor, "documents.read", found):
        raise Refused("documents.read")
    return found


def content_of(document: Document) -> bytes:
    """The bytes as they were uploaded. Raises ChecksumWrong if they are not."""
    try:
        content = vault.read(document.path)
    except OSError as error:
        raise ChecksumWrong(number=document.number) from error
    if vault.checksum(content) != document.sha256:
        raise ChecksumWrong(number=document.number)
    return content
