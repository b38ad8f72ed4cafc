"""People by API: one's own profile, and the pool for officers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema, Status

from corridor.kernel.actors.api import acting, may
from corridor.kernel.paging import Offset
from corridor.kernel.people import api as people
from corridor.kernel.people.models import Claim, Merge, Person
from corridor.kernel.people.reads import claim_for, likely_duplicates
from corridor.kernel.people.references import normalised
from corridor.kernel.people.rest_choices import router as choices_router
from corridor.kernel.people.rest_entry import router as entry_router
from corridor.kernel.people.rest_europass import router as europass_router
from corridor.kernel.people.rest_families import router as families_router

prefix = "people"
router = Router(tags=["people"])
LIMIT_MAX = 200


class ClaimOut(Schema):
    id: int
    kind: people.Kind
    said: dict[str, Any] = Field(description="as its kind asks for it: see docs/people.md")
    source: str
    status: str
    visibility: people.Visibility
    stated_at: datetime
    confirmed_at: datetime
    is_verified: bool
    verified_until: date | None
    corrects_id: int | None
    counts: bool = Field(description="false where a correction counts in its place")


class PersonOut(Schema):
    """Somebody. `claims` are those the caller may see."""

    reference: str
    full_name: str
    native_name: str
    birth: str
    sex: str
    nationality: str
    residence: str
    claims: list[ClaimOut]

    @staticmethod
    def of(request: HttpRequest, person: Person) -> dict[str, Any]:
        names = ("full_name", "native_name", "birth", "sex", "nationality", "residence")
        claims = people.visible_claims(acting(request), person).filter(status="current")
        return {
            "reference": person.reference_spaced,
            **{name: getattr(person, name) for name in names},
            "claims": list(claims),
        }


class PersonLine(Schema):
    reference: str = Field(alias="reference_spaced")
    full_name: str
    native_name: str
    nationality: str
    residence: str


class PoolPage(Schema):
    count: int
    items: list[PersonLine]


class PoolAsked(Schema):
    text: str = Field("", max_length=100, description="part of a name, or a reference")
    isco: str = Field("", pattern="^[0-9]{0,4}$", description="ISCO-08 group of any level")
    country: str = Field("", pattern="^([A-Z]{3})?$", description="nationality or residence")
    language: str = Field("", pattern="^([a-z]{2,3})?$")
    level: int = Field(0, ge=0, le=7, description="least level: 1 is A1, 6 is C2, 7 native")
    verified: bool = False


class DetailsIn(Schema):
    full_name: str
    given_name: str = ""
    family_name: str = ""
    native_name: str = ""
    birth: str = Field("", description="1987, 1987-03 or 1987-03-12")
    sex: str = ""
    nationality: str = ""
    residence: str = ""
    email: str = ""
    phone: str = ""
    language: str = ""
    consents: list[people.Purpose] = Field([], description="the purposes agreed to")


class ClaimIn(Schema):
    kind: people.Kind
    said: dict[str, Any]
    visibility: people.Visibility = people.Visibility.OFFICERS


class SaidIn(Schema):
    said: dict[str, Any]


class ErasureIn(Schema):
    confirmation: str = Field(description="the reference, written out")
    request_number: str = Field("", description="where the written request is filed")


class ErasureOut(Schema):
    by_themselves: bool
    kept: list[dict[str, Any]] = Field(description="what the law keeps: what, reason, until")


class MergeIn(Schema):
    other: str = Field(description="reference of the entry that goes into this one")
    reason: str
    account: people.WhoseAccount = Field(
        people.WhoseAccount.NEITHER, description="whose account stays, where both have one"
    )


class MergeOut(Schema):
    id: int
    merged_at: datetime
    undone_at: datetime | None


class VerificationIn(Schema):
    decision: people.Decision
    reason: str
    expires_on: date | None = None


class DecisionOut(Schema):
    decision: str
    reason: str
    expires_on: date | None
    decided_at: datetime


class DuplicateOut(Schema):
    reference: str
    likeness: float
    because: list[str]


def value_of(kind: people.Kind, said: dict[str, Any]) -> Any:
    return people.read(people.VALUES[kind], said)


@router.get("/me", response=PersonOut, summary="My profile", url_name="people.me")
def me(request: HttpRequest) -> dict[str, Any]:
    may(acting(request), "people.own_profile")
    return PersonOut.of(request, people.own_person(acting(request)))


@router.post("/me", response={201: PersonOut}, summary="Open my profile", url_name="people.me")
def register_person(request: HttpRequest, details: DetailsIn) -> Status[Any]:
    draft = people.read(people.PersonDraft, details.dict(exclude={"consents"}))
    person = people.register_person(actor=acting(request), draft=draft, consents=details.consents)
    return Status(201, PersonOut.of(request, person))


@router.put("/me", response=PersonOut, summary="Change my details", url_name="people.me")
def change_details(request: HttpRequest, details: DetailsIn) -> dict[str, Any]:
    actor = acting(request)
    draft = people.read(people.PersonDraft, details.dict(exclude={"consents"}))
    person = people.change_details(actor=actor, person=people.own_person(actor), draft=draft)
    return PersonOut.of(request, person)


@router.get("/me/export", summary="Everything held of me", url_name="people.me_export")
def export_person(request: HttpRequest) -> dict[str, Any]:
    actor = acting(request)
    return people.export_person(actor=actor, person=people.own_person(actor))


@router.get(
    "/me/export.pdf",
    summary="What stands of me today, as a PDF to read",
    url_name="people.me_export_pdf",
)
def export_person_to_read(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    made = people.export_person_to_read(actor=actor, person=people.own_person(actor))
    return HttpResponse(made, content_type="application/pdf")


@router.post(
    "/me/claims", response={201: ClaimOut}, summary="Say something", url_name="people.me_claims"
)
def add_claim(request: HttpRequest, claim: ClaimIn) -> Status[Any]:
    actor = acting(request)
    made = people.add_claim(
        actor=actor,
        person=people.own_person(actor),
        value=value_of(claim.kind, claim.said),
        visibility=claim.visibility,
    )
    return Status(201, made)


@router.put("/claims/{number}", response=ClaimOut, summary="Say it newly", url_name="people.claim")
def change_claim(request: HttpRequest, number: int, newly: SaidIn) -> Claim:
    actor = acting(request)
    claim = claim_for(actor, number)
    value = value_of(people.Kind(claim.kind), newly.said)
    return people.change_claim(actor=actor, claim=claim, value=value)


@router.delete(
    "/claims/{number}", response=ClaimOut, summary="Withdraw it", url_name="people.claim"
)
def withdraw_claim(request: HttpRequest, number: int) -> Claim:
    actor = acting(request)
    return people.withdraw_claim(actor=actor, claim=claim_for(actor, number))


@router.post(
    "/claims/{number}/restore",
    response=ClaimOut,
    summary="Undo a withdrawal",
    url_name="people.claim_restore",
)
def restore_claim(request: HttpRequest, number: int) -> Claim:
    actor = acting(request)
    return people.restore_claim(actor=actor, claim=claim_for(actor, number))


@router.post(
    "/claims/{number}/corrections",
    response={201: ClaimOut},
    summary="Put an officer's correction beside it",
    url_name="people.claim_corrections",
)
def correct_claim(request: HttpRequest, number: int, newly: SaidIn) -> Status[Any]:
    actor = acting(request)
    claim = claim_for(actor, number)
    value = value_of(people.Kind(claim.kind), newly.said)
    return Status(201, people.correct_claim(actor=actor, claim=claim, value=value))


@router.post(
    "/claims/{number}/decisions",
    response={201: DecisionOut},
    summary="Verify it, refuse to, or take a verification back",
    url_name="people.claim_decisions",
)
def verify_claim(request: HttpRequest, number: int, decision: VerificationIn) -> Status[Any]:
    actor = acting(request)
    draft = people.VerificationDraft(**decision.dict())
    made = people.verify_claim(actor=actor, claim=claim_for(actor, number), draft=draft)
    return Status(201, made)


# Before the addresses below that take any reference.
router.add_router("", choices_router)
router.add_router("", europass_router)
router.add_router("", families_router)
router.add_router("", entry_router)


@router.get("/", response=PoolPage, summary="The pool, newest first", url_name="people.list")
def listed(
    request: HttpRequest,
    asked: Query[PoolAsked],
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = 50,
    offset: Offset = 0,
) -> dict[str, Any]:
    may(acting(request), "people.pool")
    found = people.pool(people.PoolFilter(**asked.dict()))
    return {"count": found.count(), "items": list(found[offset : offset + limit])}


@router.get("/{reference}", response=PersonOut, summary="One profile", url_name="people.one")
def one(request: HttpRequest, reference: str) -> dict[str, Any]:
    actor = acting(request)
    person = people.for_actor(actor, normalised(reference))
    return PersonOut.of(request, people.look_at(actor=actor, person=person, page="api"))


@router.post(
    "/{reference}/erasure",
    response=ErasureOut,
    summary="Erase somebody: oneself, or on a written request",
    url_name="people.erasure",
)
def erase_person(request: HttpRequest, reference: str, asked: ErasureIn) -> Any:
    actor = acting(request)
    person = people.for_actor(actor, reference)
    return people.erase_person(actor=actor, person=person, **asked.dict())


@router.post(
    "/{reference}/merges",
    response={201: MergeOut},
    summary="Merge another entry into this one",
    url_name="people.merges",
)
def merge_people(request: HttpRequest, reference: str, asked: MergeIn) -> Status[Any]:
    actor = acting(request)
    made = people.merge_people(
        actor=actor,
        kept=people.for_actor(actor, reference),
        merged=people.for_actor(actor, asked.other),
        reason=asked.reason,
        account=asked.account,
    )
    return Status(201, made)


@router.delete(
    "/{reference}/merges/{number}",
    response=MergeOut,
    summary="Undo a merge",
    url_name="people.merge_undone",
)
def unmerge_people(request: HttpRequest, reference: str, number: int) -> Any:
    actor = acting(request)
    may(actor, "people.merge")
    found = get_object_or_404(Merge, pk=number, kept=people.for_actor(actor, reference))
    return people.unmerge_people(actor=actor, merge=found)


@router.get(
    "/{reference}/duplicates",
    response=list[DuplicateOut],
    summary="Who may be the same person, and why",
    url_name="people.duplicates",
)
def duplicates(request: HttpRequest, reference: str) -> list[dict[str, Any]]:
    actor = acting(request)
    may(actor, "people.merge")
    person = people.for_actor(actor, reference)
    return [
        {
            "reference": each.person.reference_spaced,
            "likeness": round(each.likeness, 3),
            "because": list(each.because),
        }
        for each in likely_duplicates(person)
    ]
