"""Pages of sessions for those who hold them: guard, form, answer.

`door` is the beginning of the names of the addresses: an office works at the desk, an employer at
theirs, over the same pages; employers are shown reference numbers and no names.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import Actor, Refused, acting, can, may
from corridor.kernel.organisations import api as organisations
from corridor.kernel.tables import api as tables
from corridor.services.assessments import api as assessments
from corridor.services.assessments import describe, lists, reads, telling, times
from corridor.services.assessments.forms import (
    ChangeForm,
    ExaminersForm,
    OpenForm,
    ReasonForm,
    ReferencesForm,
    SessionsForm,
)
from corridor.services.assessments.shortlists import shortlist_for

PAGE_LENGTH = 50
HIRING = "assessments.hiring_"


def held(request: HttpRequest, number: str, door: str) -> assessments.Session:
    """The session, seen through this door. An employer's door opens on their own alone."""
    actor = acting(request)
    session = reads.by_number(actor, number)
    if door == HIRING and session.organisation_id not in actor.organisation_ids:
        raise Refused("assessments.see")
    return session


def back(session: assessments.Session, door: str) -> HttpResponse:
    return redirect(reverse(f"{door}session", kwargs={"number": session.number}))


@require_GET
@login_required
def sessions(request: HttpRequest) -> HttpResponseBase:
    actor = acting(request)
    if not reads.examines(actor.user_id or 0):
        may(actor, "assessments.desk")
    form = SessionsForm(request.GET)
    found = reads.sessions(actor, form.wanted())
    if answer := tables.asked_for(request, lists.SESSIONS, found):
        return answer
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": [describe.row(one) for one in page],
        "may_open": can(actor, "assessments.open"),
        "door": "assessments.",
    }
    return render(request, "assessments/sessions.html", context)


@require_GET
@login_required
def interviews(request: HttpRequest, door: str = HIRING) -> HttpResponse:
    """What an employer's own organisations hold."""
    found = reads.interviews_of(acting(request))
    page = Paginator(found.order_by("-starts_at"), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [describe.row(one) for one in page],
        "may_open": bool(organisations.organisations_of(acting(request))),
        "door": door,
    }
    return render(request, "assessments/interviews.html", context)


def zone_for(actor: Actor, about: str, organisation: organisations.Organisation | None) -> str:
    """The clock to plan by: the organisation's country, else the vacancy's, else the site's."""
    listed = shortlist_for(actor, about)
    countries = (organisation.country if organisation else "", listed.country if listed else "")
    found = (times.zone_of(country) for country in countries)
    return next((zone for zone in found if zone), settings.TIME_ZONE)


@require_http_methods(["GET", "POST"])
@login_required
def open_(request: HttpRequest, door: str) -> HttpResponse:
    actor = acting(request)
    about = request.GET.get("about", "")
    own: list[organisations.Organisation] = []
    if door == HIRING:
        own = list(organisations.organisations_of(actor))
        if not own:
            raise Refused("assessments.open")
    else:
        may(actor, "assessments.open")
    listed = shortlist_for(actor, about)
    held_for = listed.organisation_id if listed else None
    organisation = next((one for one in own if one.pk == held_for), own[0] if own else None)
    initial: dict[str, Any] = {"about": about, "time_zone": zone_for(actor, about, organisation)}
    if organisation:
        initial["organisation_id"] = organisation.pk
    form = OpenForm(
        request.POST or None, initial=initial, interviews=door == HIRING, organisations=own
    )
    if request.method == "POST" and form.is_valid():
        draft = form.draft()
        try:
            session = assessments.open_session(actor=actor, draft=draft)
        except assessments.NotAsAsked as refused:
            put_findings(form, refused)
        except assessments.AlreadyElsewhere as refused:
            form.add_error("examiners", str(refused))
        else:
            messages.success(request, _("Session %(number)s is open.") % {"number": session.number})
            return back(session, door)
    status = 422 if form.errors else 200
    context = {"form": form, "door": door, "kinds": reads.kinds(offered=True)}
    return render(request, "assessments/open.html", context, status=status)


def put_findings(form: Any, refused: assessments.NotAsAsked) -> None:
    """What an act found, beside the fields it is about."""
    for one in refused.findings:
        form.add_error(one.field if one.field in form.fields else None, str(one.sentence))


@require_GET
@login_required
def session_page(request: HttpRequest, number: str, door: str) -> HttpResponseBase:
    session = held(request, number, door)
    actor = acting(request)
    found = reads.candidates_of(session)
    named = can(actor, "assessments.names", session)
    if answer := tables.asked_for(request, lists.candidates_table(named=named), found):
        return answer
    results = reads.results_by_candidate(session)
    context = {
        "door": door,
        "session": session,
        "when": telling.when(session.starts_at, session),
        "where": telling.where(session),
        "state": describe.state_of(session),
        "examiners": [str(one) for one in session.examiners.all()],
        "slots": describe.slots(session),
        "rows": [describe.candidate(one, results.get(one.pk), named=named) for one in found],
        "counts": describe.counts(found),
        "waiting": sum(1 for one in results.values() if one.state == "recorded"),
        "may_manage": can(actor, "assessments.manage", session),
        "may_mark": can(actor, "assessments.mark", session),
        "may_import": can(actor, "assessments.import"),
        "listed": shortlist_for(actor, session.about),
        "references": ReferencesForm(),
        "examiners_form": ExaminersForm(),
    }
    return render(request, "assessments/session.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: HttpRequest, number: str, door: str) -> HttpResponse:
    session = held(request, number, door)
    may(acting(request), "assessments.manage", session)
    local = session.starts_at.astimezone(session.zone)
    now = {name: getattr(session, name) for name in ("place", "link", "note")}
    initial = {**now, "day": local.date(), "begins": local.strftime("%H:%M")}
    form = ChangeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            later = form.begins_at(session.time_zone) - session.starts_at.replace(
                second=0, microsecond=0
            )
            changed = assessments.change_session(
                actor=acting(request),
                session=session,
                place=said["place"],
                link=said["link"],
                note=said["note"],
                later_by=later,
            )
        except times.NoSuchTime as error:
            form.add_error("begins", str(error.sentence))
        except assessments.NotAsAsked as refused:
            put_findings(form, refused)
        except assessments.AlreadyElsewhere as refused:
            form.add_error("day", str(refused))
        else:
            messages.success(request, _("Changed; everybody with a place was told."))
            return back(changed, door)
    status = 422 if form.errors else 200
    context = {"form": form, "session": session, "door": door}
    return render(request, "assessments/change.html", context, status=status)


@require_http_methods(["GET", "POST"])
@login_required
def cancel(request: HttpRequest, number: str, door: str) -> HttpResponse:
    session = held(request, number, door)
    may(acting(request), "assessments.manage", session)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        assessments.cancel_session(
            actor=acting(request), session=session, reason=form.cleaned_data["reason"]
        )
        messages.success(request, _("Cancelled; everybody concerned was told."))
        return back(session, door)
    status = 422 if form.errors else 200
    context = {"form": form, "session": session, "door": door}
    return render(request, "assessments/cancel.html", context, status=status)


@require_POST
@login_required
def booking(request: HttpRequest, number: str, door: str) -> HttpResponse:
    """Close a session for booking, or open it again."""
    session = held(request, number, door)
    act = assessments.reopen_session if "open" in request.POST else assessments.close_session
    act(actor=acting(request), session=session)
    return back(session, door)


@require_POST
@login_required
def invite(request: HttpRequest, number: str, door: str) -> HttpResponse:
    session = held(request, number, door)
    actor = acting(request)
    form = ReferencesForm(request.POST)
    form.is_valid()
    try:
        invited = invited_by(actor, session, form, whole="shortlist" in request.POST)
    except (assessments.CannotInvite, assessments.ConflictOfInterest) as refused:
        messages.error(request, str(refused))
        return back(session, door)
    said = ngettext("%(count)s person invited.", "%(count)s people invited.", invited.new)
    messages.success(request, said % {"count": invited.new})
    if invited.untold:
        untold = _("%(count)s of them have no e-mail and no phone: tell them yourself.")
        messages.warning(request, untold % {"count": invited.untold})
    return back(session, door)


def invited_by(
    actor: Actor, session: assessments.Session, form: ReferencesForm, *, whole: bool
) -> assessments.Invited:
    if whole:
        return assessments.invite_shortlist(actor=actor, session=session)
    return assessments.invite_people(actor=actor, session=session, references=form.listed())


@require_POST
@login_required
def examiners(request: HttpRequest, number: str, door: str) -> HttpResponse:
    session = held(request, number, door)
    may(acting(request), "assessments.manage", session)
    form = ExaminersForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors.get("examiners", []))))
        return back(session, door)
    try:
        assessments.name_examiners(
            actor=acting(request), session=session, user_ids=form.cleaned_data["examiners"]
        )
    except assessments.AssessmentError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The examiners are named."))
    return back(session, door)
