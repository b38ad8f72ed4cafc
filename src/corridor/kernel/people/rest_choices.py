"""Consent, freshness, photos and the verification queue by API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, File, Query, Schema, Status, UploadedFile
from ninja import Router as NinjaRouter

from corridor.kernel.actors.api import acting, may
from corridor.kernel.paging import Offset
from corridor.kernel.people import api as people
from corridor.kernel.people.consenting import choices_of
from corridor.kernel.people.models import Claim, Person
from corridor.kernel.people.reads import claim_for
from corridor.kernel.people.suggesting import suggested_skills
from corridor.kernel.people.views_queue import latest
from corridor.kernel.people.waiting import QueueFilter, waiting_claims

LIMIT_MAX = 200
router = NinjaRouter(tags=["people"])


class ConsentOut(Schema):
    purpose: people.Purpose
    wording: str = Field(description="what is agreed to, in the language asked for")
    given: bool
    since: datetime | None
    wording_version: str


class SuggestedOut(Schema):
    label: str
    esco: str
    is_essential: bool


class QueueLine(Schema):
    id: int
    reference: str = Field(alias="person.reference_spaced")
    kind: people.Kind
    label: str
    stated_at: datetime
    has_document: bool = Field(description="a document is attached")

    @staticmethod
    def resolve_has_document(claim: Claim) -> bool:
        return claim.evidence_id is not None


class QueuePage(Schema):
    count: int
    items: list[QueueLine]


class QueueAsked(Schema):
    kind: str = ""
    country: str = Field("", pattern="^([A-Z]{3})?$", description="nationality or residence")
    evidence: str = Field("", pattern="^(none|any)?$")
    stage: str = Field("", pattern="^(second)?$", description="second: a second officer is needed")


class FreshOut(Schema):
    confirmed_at: datetime


class VisibilityIn(Schema):
    visibility: people.Visibility


class ClaimFresh(Schema):
    id: int
    visibility: people.Visibility
    confirmed_at: datetime


class DecisionNow(Schema):
    decision: people.Decision
    seconded_at: datetime | None
    undone_at: datetime | None


class EvidenceOut(Schema):
    id: int
    document: str = Field(alias="evidence.number")


def consents_out(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "purpose": choice.wording.purpose,
            "wording": str(choice.wording.agreed),
            "given": choice.standing is not None,
            "since": choice.standing.given_at if choice.standing else None,
            "wording_version": choice.standing.wording_version if choice.standing else "",
        }
        for choice in choices_of(person)
    ]


@router.get(
    "/me/consents",
    response=list[ConsentOut],
    summary="What I agreed to",
    url_name="people.my_consents",
)
def consents(request: HttpRequest) -> list[dict[str, Any]]:
    return consents_out(people.own_person(acting(request)))


@router.put(
    "/me/consents/{purpose}",
    response=list[ConsentOut],
    summary="Agree to a purpose",
    url_name="people.my_consent",
)
def give_consent(request: HttpRequest, purpose: people.Purpose) -> list[dict[str, Any]]:
    actor = acting(request)
    person = people.own_person(actor)
    people.give_consents(actor=actor, person=person, purposes=[purpose])
    return consents_out(person)


@router.delete(
    "/me/consents/{purpose}",
    response=list[ConsentOut],
    summary="Take a consent back",
    url_name="people.my_consent",
)
def withdraw_consent(request: HttpRequest, purpose: people.Purpose) -> list[dict[str, Any]]:
    actor = acting(request)
    person = people.own_person(actor)
    people.withdraw_consent(actor=actor, person=person, purpose=purpose)
    return consents_out(person)


@router.post(
    "/me/confirm",
    response=FreshOut,
    summary="All of my profile still holds",
    url_name="people.my_confirmation",
)
def confirm_profile(request: HttpRequest) -> Person:
    actor = acting(request)
    return people.confirm_profile(actor=actor, person=people.own_person(actor))


@router.post(
    "/claims/{number}/confirmation",
    response=ClaimFresh,
    summary="One statement still holds",
    url_name="people.claim_confirmation",
)
def confirm_claim(request: HttpRequest, number: int) -> Claim:
    actor = acting(request)
    return people.confirm_claim(actor=actor, claim=claim_for(actor, number))


@router.put(
    "/claims/{number}/visibility",
    response=ClaimFresh,
    summary="Choose who may see it",
    url_name="people.claim_visibility",
)
def show_claim(request: HttpRequest, number: int, given: VisibilityIn) -> Claim:
    actor = acting(request)
    claim = claim_for(actor, number)
    return people.show_claim(actor=actor, claim=claim, visibility=given.visibility)


@router.get(
    "/me/suggested-skills",
    response=list[SuggestedOut],
    summary="Skills that belong to my occupations",
    url_name="people.suggested",
)
def suggested(request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {"label": need.label, "esco": need.skill.uri, "is_essential": need.is_essential}
        for need in suggested_skills(people.own_person(acting(request)))
    ]


@router.post(
    "/claims/{number}/photos",
    response={201: EvidenceOut},
    summary="Photos of a document, made one file",
    url_name="people.claim_photos",
)
def attach_photos(
    request: HttpRequest, number: int, pages: File[list[UploadedFile]]
) -> Status[Any]:
    actor = acting(request)
    claim = claim_for(actor, number)
    return Status(201, people.attach_photos(actor=actor, claim=claim, uploads=pages))


@router.get(
    "/waiting/claims",
    response=QueuePage,
    summary="What waits to be verified",
    url_name="people.waiting",
)
def waiting(
    request: HttpRequest,
    asked: Query[QueueAsked],
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = 50,
    offset: Offset = 0,
) -> dict[str, Any]:
    may(acting(request), "people.verify")
    found = waiting_claims(QueueFilter(**asked.dict()))
    return {"count": found.count(), "items": list(found[offset : offset + limit])}


@router.post(
    "/claims/{number}/second",
    response=DecisionNow,
    summary="Confirm another officer's verification",
    url_name="people.claim_second",
)
def second_verification(request: HttpRequest, number: int) -> Any:
    return people.second_verification(actor=acting(request), verification=decided(request, number))


@router.delete(
    "/claims/{number}/decisions/last",
    response=DecisionNow,
    summary="Undo the last decision",
    url_name="people.claim_undo",
)
def undo_decision(request: HttpRequest, number: int) -> Any:
    return people.undo_decision(actor=acting(request), verification=decided(request, number))


def decided(request: HttpRequest, number: int) -> Any:
    """The last decision on a claim. Raises DecisionIsOver when there is none."""
    actor = acting(request)
    may(actor, "people.verify")
    if (found := latest(claim_for(actor, number))) is None:
        raise people.DecisionIsOver
    return found
