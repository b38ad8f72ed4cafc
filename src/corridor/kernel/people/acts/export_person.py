"""Everything we hold of a person, for them to take away: as data, and to read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.documents import api as documents
from corridor.kernel.people import pages
from corridor.kernel.people.europass_writing import as_europass
from corridor.kernel.people.exporting import held_elsewhere
from corridor.kernel.people.looking import who_looked
from corridor.kernel.people.models import Claim, FamilyMember, Person
from corridor.kernel.people.models_consent import Consent
from corridor.kernel.record import api as record

FORMAT = "corridor.person/1"
TEMPLATE = Path(__file__).parent.parent / "typst" / "person.typ"


def export_person(*, actor: Actor, person: Person) -> dict[str, Any]:
    """All of it as JSON values: details, every claim ever said, decisions, consents, family,
    looks, and what other apps hold (`exported_with`).
    """
    may(actor, "people.export", person)
    claims = person.claims.select_related("evidence").prefetch_related("verifications")
    found = {
        "format": FORMAT,
        "exported_at": timezone.now().isoformat(),
        "reference": person.reference_spaced,
        "details": pages.details_of(person),
        "claims": [_claim(claim) for claim in claims.order_by("stated_at", "pk")],
        "families": [
            {"family": str(each.family), "relation": each.relation, "head": each.is_head}
            for each in FamilyMember.objects.filter(person=person).select_related("family")
        ],
        "consents": [_consent(consent) for consent in person.consents.all()],
        "looked": [
            {
                "at": look.at.isoformat(),
                "name": look.name,
                "role": look.role,
                "page": look.page,
                "why": look.why,
            }
            for look in who_looked(actor, person)
        ],
        **held_elsewhere(person),
    }
    record.note(actor, "people.exported_own", person, form="json")
    return found


def export_europass(*, actor: Actor, person: Person) -> bytes:
    """What they say of themselves as a Europass CV in XML, to take to europa.eu/europass."""
    may(actor, "people.export", person)
    written = as_europass(person)
    record.note(actor, "people.exported_own", person, form="europass")
    return written


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "said": {
            name: value.isoformat() if hasattr(value, "isoformat") else value
            for name, value in claim.said.items()
        },
        "source": claim.source,
        "stated_at": claim.stated_at.isoformat(),
        "confirmed_at": claim.confirmed_at.isoformat(),
        "status": claim.status,
        "visibility": claim.visibility,
        "evidence": claim.evidence.name if claim.evidence else None,
        "decisions": [
            {
                "decision": each.decision,
                "reason": each.reason,
                "at": each.decided_at.isoformat(),
                "holds_until": each.expires_on.isoformat() if each.expires_on else None,
            }
            for each in claim.verifications.all()
        ],
    }


def _consent(consent: Consent) -> dict[str, Any]:
    return {
        "purpose": consent.purpose,
        "wording": consent.wording_version,
        "language": consent.language,
        "source": consent.source,
        "given_at": consent.given_at.isoformat(),
        "withdrawn_at": consent.withdrawn_at.isoformat() if consent.withdrawn_at else None,
    }


def export_person_to_read(*, actor: Actor, person: Person) -> bytes:
    """What stands today, as a PDF in the language now spoken."""
    may(actor, "people.export", person)
    content = {
        "name": person.full_name,
        "made": _("Made on %(day)s") % {"day": date_format(timezone.localdate())},
        "facts": _facts(pages.facts_about(person)),
        "sections": [
            {
                "title": str(section.title),
                "claims": [_lines(told) for told in section.claims],
            }
            for section in pages.sections(actor, person, own=False)
        ],
    }
    made = documents.pdf(
        TEMPLATE,
        data=content,
        title=_("Profile of %(name)s") % {"name": person.full_name},
        language=(get_language() or "en").partition("-")[0],
    )
    record.note(actor, "people.exported_own", person, form="pdf")
    return made


def _facts(facts: list[tuple[Any, Any]]) -> list[list[str]]:
    return [[str(label), str(value)] for label, value in facts]


def _lines(told: pages.Told) -> dict[str, Any]:
    claim = told.claim
    marks = [str(claim.get_source_display())]
    if claim.is_verified:
        marks.append(_("verified"))
    return {"title": told.title, "facts": _facts(told.facts), "marks": " · ".join(marks)}
