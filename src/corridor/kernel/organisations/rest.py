"""Organisations by API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema, Status

from corridor.kernel.actors.api import acting, may
from corridor.kernel.organisations import api as organisations
from corridor.kernel.organisations.models import Organisation, StaffMember
from corridor.kernel.paging import Offset

prefix = "organisations"
router = Router(tags=["organisations"])
LIMIT_MAX = 200


class OrganisationOut(Schema):
    id: int
    kind: str
    name: str
    native_name: str
    country: str
    registration_number: str
    website: str
    is_verified: bool
    verified_until: date | None


class OrganisationIn(Schema):
    kind: str = Field(description="employer, agency, ministry, ngo, bank, school, …")
    name: str
    country: str = Field(description="ISO 3166-1 alpha-3")
    native_name: str = ""
    registration_number: str = ""
    email: str = ""
    website: str = ""

    def draft(self) -> organisations.OrganisationDraft:
        return organisations.OrganisationDraft(**self.dict())


class OrganisationPage(Schema):
    count: int
    items: list[OrganisationOut]


class VerificationIn(Schema):
    decision: str
    reason: str
    evidence: str = ""
    expires_on: date | None = None


class DecisionOut(Schema):
    decision: str
    reason: str
    evidence: str
    expires_on: date | None
    decided_at: datetime


class LicenceIn(Schema):
    activity: str
    number: str
    authority: str
    valid_from: date
    valid_until: date | None = None


class LicenceOut(LicenceIn):
    id: int
    suspended_on: date | None = None


class SuspensionIn(Schema):
    reason: str


class AuthorisationIn(Schema):
    valid_until: date
    note: str = ""


class CodeIn(Schema):
    code: str = Field(max_length=40)


class AuthorisationOut(Schema):
    id: int
    employer_id: int
    agency_id: int | None
    valid_until: date
    is_in_force: bool


class AuthorisationGiven(AuthorisationOut):
    code: str = Field(description="Hand it to the agency; it is answered this once.")


class StaffIn(Schema):
    login: str = Field(description="the e-mail or phone they sign in with")
    duty: Literal["owner", "staff"] = "staff"


class StaffOut(Schema):
    id: int
    user_id: int
    duty: str


@router.get("/", response=OrganisationPage, summary="All of them", url_name="organisations.all")
def listed(
    request: HttpRequest,
    text: Annotated[str, Query(max_length=100)] = "",
    kind: str = "",
    country: str = "",
    verified: bool | None = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = 50,
    offset: Offset = 0,
) -> dict[str, Any]:
    may(acting(request), "organisations.list")
    wanted = organisations.Wanted(text=text, kind=kind, country=country, verified=verified)
    found = organisations.organisations(wanted)
    return {"count": found.count(), "items": list(found[offset : offset + limit])}


@router.get("/mine", response=list[OrganisationOut], summary="Mine", url_name="organisations.mine")
def mine(request: HttpRequest) -> list[Organisation]:
    return list(organisations.organisations_of(acting(request)))


@router.post(
    "/", response={201: OrganisationOut}, summary="Register one", url_name="organisations.all"
)
def register_organisation(request: HttpRequest, told: OrganisationIn) -> Status[Any]:
    made = organisations.register_organisation(actor=acting(request), draft=told.draft())
    return Status(201, made)


@router.get("/{number}", response=OrganisationOut, summary="One", url_name="organisations.one")
def one(request: HttpRequest, number: int) -> Organisation:
    return organisations.for_actor(acting(request), number)


@router.put(
    "/{number}", response=OrganisationOut, summary="Change it", url_name="organisations.one"
)
def change_organisation(request: HttpRequest, number: int, told: OrganisationIn) -> Organisation:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    return organisations.change_organisation(actor=actor, organisation=found, draft=told.draft())


@router.post(
    "/{number}/decisions",
    response={201: DecisionOut},
    summary="Verify it, refuse to, or take a verification back",
    url_name="organisations.decisions",
)
def verify_organisation(request: HttpRequest, number: int, told: VerificationIn) -> Status[Any]:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    draft = organisations.VerificationDraft(**told.dict())
    made = organisations.verify_organisation(actor=actor, organisation=found, draft=draft)
    return Status(201, made)


@router.post(
    "/{number}/licences",
    response={201: LicenceOut},
    summary="Write a licence down",
    url_name="organisations.licences",
)
def license_organisation(request: HttpRequest, number: int, told: LicenceIn) -> Status[Any]:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    draft = organisations.LicenceDraft(**told.dict())
    made = organisations.license_organisation(actor=actor, organisation=found, draft=draft)
    return Status(201, made)


@router.post(
    "/{number}/staff",
    response={201: StaffOut},
    summary="Add to the staff",
    url_name="organisations.staff",
)
def add_staff(request: HttpRequest, number: int, told: StaffIn) -> Status[Any]:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    return Status(201, organisations.add_staff(actor=actor, organisation=found, **told.dict()))


@router.get(
    "/{number}/staff", response=list[StaffOut], summary="Its staff", url_name="organisations.staff"
)
def staff(request: HttpRequest, number: int) -> list[StaffMember]:
    found = organisations.for_actor(acting(request), number)
    return list(found.staff.filter(ended_at=None).order_by("pk"))


@router.delete(
    "/{number}/staff/{member}",
    response={204: None},
    summary="End a duty: anyone's for an owner, one's own otherwise",
    url_name="organisations.staff_member",
)
def end_staff(request: HttpRequest, number: int, member: int) -> Status[None]:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    leaving = get_object_or_404(StaffMember, pk=member, organisation=found, ended_at=None)
    organisations.end_staff(actor=actor, member=leaving)
    return Status(204, None)


@router.post(
    "/{number}/licences/{licence}/suspend",
    response=LicenceOut,
    summary="Suspend a licence",
    url_name="organisations.licence_suspend",
)
def suspend_licence(request: HttpRequest, number: int, licence: int, told: SuspensionIn) -> Any:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    held = organisations.licence_of(found, licence)
    return organisations.suspend_licence(actor=actor, licence=held, reason=told.reason)


@router.post(
    "/{number}/licences/{licence}/restore",
    response=LicenceOut,
    summary="Give a suspended licence back",
    url_name="organisations.licence_restore",
)
def restore_licence(request: HttpRequest, number: int, licence: int) -> Any:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    held = organisations.licence_of(found, licence)
    return organisations.restore_licence(actor=actor, licence=held)


@router.get(
    "/{number}/authorisations",
    response=list[AuthorisationOut],
    summary="Agencies it authorised, or employers that authorised it",
    url_name="organisations.authorisations",
)
def authorisations(request: HttpRequest, number: int) -> Any:
    found = organisations.for_actor(acting(request), number)
    return list(organisations.authorisations_of(found))


@router.post(
    "/{number}/authorisations",
    response={201: AuthorisationGiven},
    summary="Make a code for an agency",
    url_name="organisations.authorisations",
)
def authorise_agency(request: HttpRequest, number: int, told: AuthorisationIn) -> Status[Any]:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    given, code = organisations.authorise_agency(actor=actor, employer=found, **told.dict())
    return Status(201, AuthorisationOut.from_orm(given).dict() | {"code": code})


@router.post(
    "/{number}/authorisations/accept",
    response=AuthorisationOut,
    summary="Enter an employer's code, as an agency",
    url_name="organisations.authorisation_accept",
)
def accept_authorisation(request: HttpRequest, number: int, told: CodeIn) -> Any:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    return organisations.accept_authorisation(actor=actor, agency=found, code=told.code)


@router.delete(
    "/{number}/authorisations/{authorisation}",
    response={204: None},
    summary="Take an authorisation back",
    url_name="organisations.authorisation",
)
def end_authorisation(request: HttpRequest, number: int, authorisation: int) -> Status[None]:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    given = organisations.authorisation_of(found, authorisation)
    organisations.end_authorisation(actor=actor, authorisation=given)
    return Status(204, None)
