"""One's family by API: begin it, invite, accept, leave, add a child, name a head."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Schema, Status
from ninja import Router as NinjaRouter

from corridor.kernel.actors.api import Refused, acting, may
from corridor.kernel.people import api as people
from corridor.kernel.people.models import FamilyMember
from corridor.kernel.people.references import normalised

router = NinjaRouter(tags=["people"])


class MemberOut(Schema):
    id: int
    reference: str = Field(alias="person.reference_spaced")
    name: str = Field(description="empty until they accept")
    relation: people.Relation
    is_head: bool
    joined_at: datetime | None

    @staticmethod
    def resolve_name(member: FamilyMember) -> str:
        return str(member.person) if member.joined_at else ""


class InvitationOut(Schema):
    id: int = Field(description="the membership that is accepted or declined")
    family: str = Field(alias="family.reference")


class FamilyOut(Schema):
    """`family` is empty for who belongs to none."""

    family: str
    decides_together: bool
    members: list[MemberOut]
    invitations: list[InvitationOut]

    @staticmethod
    def of(person: people.Person) -> dict[str, Any]:
        own = people.membership_of(person)
        standing = FamilyMember.objects.filter(left_at=None).select_related("person", "family")
        return {
            "family": str(own.family) if own else "",
            "decides_together": own.family.decides_together if own else False,
            "members": list(standing.filter(family=own.family).order_by("pk")) if own else [],
            "invitations": list(standing.filter(person=person, joined_at=None)),
        }


class FamilyIn(Schema):
    decides_together: bool = True


class InviteIn(Schema):
    reference: str = Field(description="the reference of whom you invite")
    relation: people.Relation


class DependantIn(Schema):
    relation: people.Relation
    full_name: str
    native_name: str = ""
    birth: str = Field("", description="1987, 1987-03 or 1987-03-12")
    sex: str = ""
    nationality: str = ""


def own(request: HttpRequest) -> people.Person:
    may(acting(request), "people.own_profile")
    return people.own_person(acting(request))


def member_at(request: HttpRequest, number: int) -> FamilyMember:
    may(acting(request), "people.own_profile")
    found = FamilyMember.objects.select_related("family", "person")
    member = found.filter(pk=number, left_at=None).first()
    if member is None:
        raise Refused("people.family")
    return member


@router.get("/me/family", response=FamilyOut, summary="My family", url_name="people.my_family")
def family(request: HttpRequest) -> dict[str, Any]:
    return FamilyOut.of(own(request))


@router.post(
    "/me/family", response={201: FamilyOut}, summary="Begin a family", url_name="people.my_family"
)
def start_family(request: HttpRequest, given: FamilyIn) -> Status[Any]:
    person = own(request)
    people.start_family(
        actor=acting(request), person=person, decides_together=given.decides_together
    )
    return Status(201, FamilyOut.of(person))


@router.post(
    "/me/family/members",
    response={201: MemberOut},
    summary="Invite somebody by their reference",
    url_name="people.my_family_members",
)
def join_family(request: HttpRequest, given: InviteIn) -> Status[Any]:
    made = people.join_family(
        actor=acting(request),
        inviting=own(request),
        reference=normalised(given.reference),
        relation=given.relation,
    )
    return Status(201, made)


@router.post(
    "/me/family/dependants",
    response={201: MemberOut},
    summary="Add a child, or somebody without an account",
    url_name="people.my_family_dependants",
)
def add_dependant(request: HttpRequest, given: DependantIn) -> Status[Any]:
    made = people.add_dependant(
        actor=acting(request),
        inviting=own(request),
        draft=people.read(people.PersonDraft, given.dict(exclude={"relation"})),
        relation=given.relation,
    )
    return Status(201, made)


@router.post(
    "/families/members/{number}/acceptance",
    response=MemberOut,
    summary="Accept an invitation",
    url_name="people.family_acceptance",
)
def accept_family(request: HttpRequest, number: int) -> FamilyMember:
    return people.accept_family(actor=acting(request), member=member_at(request, number))


@router.delete(
    "/families/members/{number}",
    response={204: None},
    summary="Leave, decline, or take an invitation back",
    url_name="people.family_member",
)
def leave_family(request: HttpRequest, number: int) -> Status[None]:
    people.leave_family(actor=acting(request), member=member_at(request, number))
    return Status(204, None)


@router.put(
    "/families/members/{number}/head",
    response=MemberOut,
    summary="Name who speaks for the family",
    url_name="people.family_head",
)
def name_head(request: HttpRequest, number: int) -> FamilyMember:
    member = member_at(request, number)
    people.name_head(actor=acting(request), family=member.family, member=member)
    member.refresh_from_db()
    return member
