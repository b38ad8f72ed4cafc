"""A result that counts becomes a verified claim in the person's profile, with its proof."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.documents import api as documents
from corridor.kernel.people import api as people
from corridor.services.assessments import telling
from corridor.services.assessments.drafts import said_by
from corridor.services.assessments.models import Result

TEMPLATE = Path(__file__).parent / "typst" / "result.typ"


def prove(result: Result) -> int | None:
    """Put what the result proves into the profile, verified until it runs out; the claim's id.

    A statement of the person that says the same is verified; one that says otherwise stays, with a
    correction beside it. Nothing is proved by a result that was not passed or has run out.
    """
    session = result.candidate.session
    supports = session.kind.supports
    today = timezone.localdate()
    if not supports or not result.is_valid(on=today):
        return None
    kind = people.Kind(supports["kind"])
    said = said_by(supports, level=result.level, language=session.language)
    value = people.read(people.VALUES[kind], said)
    claim = _claim_for(result.candidate.person, kind, value)
    if claim.evidence_id is None:
        name = f"{session.number}-{result.pk}.pdf"
        upload = ContentFile(sheet_of(result), name=name)
        people.attach_evidence(actor=SYSTEM, claim=claim, upload=upload)
    draft = people.VerificationDraft(
        decision=people.Decision.VERIFIED,
        reason=_because(result),
        expires_on=result.valid_until,
    )
    people.verify_claim(actor=SYSTEM, claim=claim, draft=draft)
    return claim.pk


def unprove(result: Result) -> None:
    """Take back what a result proved: it was corrected."""
    claim = people.Claim.objects.filter(pk=result.claim_id or 0).select_related("person").first()
    if claim is None or not claim.is_current:
        return
    if claim.source == "staff":
        people.withdraw_claim(actor=SYSTEM, claim=claim)
        return
    draft = people.VerificationDraft(decision=people.Decision.REVOKED, reason=_because(result))
    people.verify_claim(actor=SYSTEM, claim=claim, draft=draft)


def _claim_for(person: people.Person, kind: people.Kind, value: Any) -> people.Claim:
    """The statement to verify: theirs when it says the same, else ours, beside or alone."""
    columns = value.columns()
    same = people.Claim.objects.filter(person=person, kind=kind, status="current").select_related(
        "person"
    )
    for name in ("code", "label"):
        if columns.get(name):
            same = same.filter(**{name: columns[name]})
            break
    for claim in same.order_by("pk"):
        if (claim.level or None) == (columns.get("level") or None) and claim.counts:
            return claim
    theirs = same.filter(corrects=None, counts=True).exclude(source="staff").first()
    if theirs is not None:
        return people.correct_claim(actor=SYSTEM, claim=theirs, value=value)
    return people.add_claim(
        actor=SYSTEM, person=person, value=value, visibility=people.Visibility.EMPLOYERS
    )


def _because(result: Result) -> str:
    """Why, in the language of the person."""
    session = result.candidate.session
    to = telling.recipient_of(result.candidate)
    with translation.override(to.language if to else "en"):
        said = _("%(title)s (%(number)s, %(day)s): %(share)s%%.") % {
            "title": session.title,
            "number": session.number,
            "day": telling.day(session.starts_at.astimezone(session.zone).date()),
            "share": f"{result.percent:.4g}",
        }
    return said[:1000]


def sheet_of(result: Result) -> bytes:
    """The result as a PDF in the reader's language: what was reached, line by line."""
    session = result.candidate.session
    language = (translation.get_language() or "en").partition("-")[0]
    note = telling.result_told(result)
    data = {
        "title": session.title,
        "reference": result.candidate.person.reference_spaced,
        "number": session.number,
        "sentences": list(note.sentences),
    }
    return documents.pdf(TEMPLATE, data=data, title=note.subject, language=language)
