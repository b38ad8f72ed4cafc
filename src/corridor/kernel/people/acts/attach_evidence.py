"""Attach the document that proves a claim."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.files import File
from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.documents import api as documents
from corridor.kernel.people.acts.add_claim import locked
from corridor.kernel.people.events import ClaimsChanged
from corridor.kernel.people.models import Claim
from corridor.kernel.record import api as record


def attach_photos(*, actor: Actor, claim: Claim, uploads: Sequence[File[bytes]]) -> Claim:
    """Photos of its pages, made one document: upright, without metadata, not larger than needed.

    Raises documents.FileRefused with what is wrong with a page; then nothing is kept.
    """
    may(actor, "people.claim", claim)
    made = documents.one_document(uploads, name=str(claim.get_kind_display()))
    return attach_evidence(actor=actor, claim=claim, upload=made)


def attach_evidence(*, actor: Actor, claim: Claim, upload: File[bytes]) -> Claim:
    """Keep the file and tie it to the claim; a file tied before is removed.

    Raises documents.FileRefused with what is wrong with the file.
    """
    may(actor, "people.claim", claim)
    with transaction.atomic():
        claim = locked(claim)
        before = claim.evidence
        document = documents.store_document(
            actor=actor,
            upload=upload,
            kind=f"evidence-{claim.kind}",
            owner=record.subject_of(claim.person),
        )
        Claim.objects.filter(pk=claim.pk).update(evidence=document)
        if before is not None:
            documents.remove_document(actor=actor, document=before)
        record.note(
            actor, "people.evidence_attached", claim.person, claim=claim.pk, document=document.pk
        )
        record.announce(ClaimsChanged(person_id=claim.person_id))
    claim.refresh_from_db()
    return claim
