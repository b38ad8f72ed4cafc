"""Applications by API: a worker's own, an employer's list, and shares of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema, Status

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import applicants, following
from corridor.kernel.actors.api import acting, may
from corridor.kernel.people import api as people

router = Router(tags=["vacancies"])


class ApplicationOut(Schema):
    number: str
    vacancy: str
    title: str
    state: str
    says: str
    next: str
    by: date | datetime | None
    profile: list[dict[str, Any]]


class ComparedOut(Schema):
    label: str
    asked: str
    held: str
    outcome: str
    verified: bool


class ApplicantOut(Schema):
    """Nothing of who it is: what they hold against what is asked."""

    number: str
    reference: str
    stage: str
    met: int | None
    asked: int | None
    compared: list[ComparedOut]
    profile: list[dict[str, Any]]


class WithdrawalIn(Schema):
    reason: str = "other"


class StageIn(Schema):
    stage: str


class ShareIn(Schema):
    valid_until: date
    login: str = ""
    organisation_id: int | None = None


class ShareOut(Schema):
    id: int
    valid_until: date
    is_in_force: bool


class SharedOut(Schema):
    id: int
    vacancy: str
    valid_until: date


class ReportOut(Schema):
    views: int
    saves: int
    applications: int
    open: int
    withdrawn: int
    reasons: dict[str, int]
    days_to_publish: int | None
    days_to_fill: int | None


def told(found: following.Told) -> dict[str, Any]:
    application = found.application
    return {
        "number": application.number,
        "vacancy": application.vacancy.number,
        "title": application.vacancy.title,
        "state": application.state,
        "says": found.says,
        "next": found.next,
        "by": found.by,
        "profile": application.profile,
    }


@router.get(
    "/applications/mine",
    response=list[ApplicationOut],
    summary="One's own applications",
    url_name="applications",
)
def applications(request: HttpRequest) -> list[dict[str, Any]]:
    actor = acting(request)
    may(actor, "jobs.apply_at_all")
    person = people.person_of(actor)
    return [told(each) for each in following.followed(person)] if person else []


@router.post(
    "/{number}/applications",
    response={201: ApplicationOut},
    summary="Apply with the profile as it stands",
    url_name="apply",
)
def apply(request: HttpRequest, number: str) -> Status[dict[str, Any]]:
    actor = acting(request)
    may(actor, "jobs.apply_at_all")
    vacancy = jobs.by_number(actor, number)
    person = people.own_person(actor)
    made = jobs.apply_for(actor=actor, vacancy=vacancy, person=person)
    return Status(201, told(following.told(made)))


@router.post(
    "/applications/{application}/renewal",
    response=ApplicationOut,
    summary="Send the profile as it stands now",
    url_name="application_renewal",
)
def renew_application(request: HttpRequest, application: str) -> dict[str, Any]:
    actor = acting(request)
    found = following.own_application(actor, application)
    return told(following.told(jobs.send_anew(actor=actor, application=found)))


@router.post(
    "/applications/{application}/withdrawal",
    response=ApplicationOut,
    summary="Withdraw an application",
    url_name="application_withdrawal",
)
def withdraw_application(
    request: HttpRequest, application: str, given: WithdrawalIn
) -> dict[str, Any]:
    actor = acting(request)
    found = following.own_application(actor, application)
    gone = jobs.withdraw_application(actor=actor, application=found, reason=given.reason)
    return told(following.told(gone))


def shown(each: applicants.Applicant) -> dict[str, Any]:
    return {
        "number": each.application.number,
        "reference": each.reference,
        "stage": each.application.stage,
        "met": each.met,
        "asked": each.asked,
        "compared": each.compared,
        "profile": each.profile,
    }


@router.get(
    "/{number}/applicants",
    response=list[ApplicantOut],
    summary="Those who applied, without who they are",
    url_name="applicants",
)
def applicants_of(request: HttpRequest, number: str) -> list[dict[str, Any]]:
    actor = acting(request)
    vacancy = applicants.own_vacancy(actor, number)
    return [shown(each) for each in applicants.of_vacancy(actor, vacancy)]


@router.post(
    "/{number}/applicants/{application}/stage",
    response={204: None},
    summary="Note how far one is with an applicant",
    url_name="applicant_stage",
)
def set_stage(request: HttpRequest, number: str, application: str, given: StageIn) -> Status[None]:
    actor = acting(request)
    found = applicants.one(applicants.own_vacancy(actor, number), application)
    jobs.move_application(actor=actor, application=found, stage=given.stage)
    return Status(204, None)


@router.get(
    "/{number}/report",
    response=ReportOut,
    summary="What candidates did with it",
    url_name="report",
)
def report(request: HttpRequest, number: str) -> dict[str, Any]:
    found = applicants.report(applicants.own_vacancy(acting(request), number))
    reasons = {str(label): count for label, count in found.reasons}
    return {**vars(found), "reasons": reasons}


@router.get(
    "/shared/mine",
    response=list[SharedOut],
    summary="What was shared with oneself",
    url_name="shared_with_me",
)
def shared_with_me(request: HttpRequest) -> list[dict[str, Any]]:
    found = applicants.shares_for(acting(request))
    return [
        {"id": each.pk, "vacancy": each.vacancy.number, "valid_until": each.valid_until}
        for each in found
        if each.is_in_force
    ]


@router.get(
    "/shared/{share}",
    response=list[ApplicantOut],
    summary="The applicants shared with oneself; the look is written down",
    url_name="shared",
)
def shared(request: HttpRequest, share: int) -> list[dict[str, Any]]:
    actor = acting(request)
    given = applicants.share_for(actor, share)
    vacancy = jobs.look_through(actor=actor, share=given)
    return [shown(each) for each in applicants.of_vacancy(actor, vacancy)]


@router.get(
    "/{number}/shares",
    response=list[ShareOut],
    summary="With whom its applicants are shared",
    url_name="shares",
)
def shares(request: HttpRequest, number: str) -> list[jobs.Share]:
    return list(applicants.own_vacancy(acting(request), number).shares.all())


@router.post(
    "/{number}/shares",
    response={201: ShareOut},
    summary="Let somebody look at the applicants until a day",
    url_name="shares",
)
def share_applicants(request: HttpRequest, number: str, given: ShareIn) -> Status[Any]:
    actor = acting(request)
    vacancy = applicants.own_vacancy(actor, number)
    made = jobs.share_applicants(actor=actor, vacancy=vacancy, **given.dict())
    return Status(201, made)


@router.delete(
    "/{number}/shares/{share}",
    response=ShareOut,
    summary="Take that back",
    url_name="share",
)
def end_share(request: HttpRequest, number: str, share: int) -> jobs.Share:
    actor = acting(request)
    vacancy = applicants.own_vacancy(actor, number)
    return jobs.end_share(actor=actor, share=applicants.share_of(vacancy, share))
