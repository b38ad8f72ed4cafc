"""Pages of those who take part: where, when, one's answer, the result."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from corridor.kernel.actors.api import Actor, Refused, acting
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.assessments import calendars, describe, proving, reads
from corridor.services.assessments.forms import WordsForm


@require_GET
@login_required
def parts(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    found = [describe.part(one) for one in reads.mine(actor)]
    context = {
        "person": people.person_of(actor),
        "coming": [one for one in found if not one.is_over],
        "past": [one for one in found if one.is_over],
    }
    return render(request, "assessments/parts.html", context)


@require_GET
@login_required
def mine(request: HttpRequest, number: str) -> HttpResponse:
    return _page(request, reads.my_part(acting(request), number), WordsForm())


def _page(
    request: HttpRequest, candidate: assessments.Candidate, form: WordsForm, *, status: int = 200
) -> HttpResponse:
    now = timezone.now()
    context = {
        "part": describe.part(candidate),
        "session": candidate.session,
        "times": describe.times(candidate.session, now=now, but=candidate.slot_id),
        "may_answer": describe.may_answer(candidate, now=now),
        "result": describe.result(reads.result_of(candidate)),
        "form": form,
    }
    return render(request, "assessments/mine.html", context, status=status)


@require_POST
@login_required
def answer(request: HttpRequest, number: str) -> HttpResponse:
    """The answer to an invitation: a time, the waiting list, or no."""
    actor = acting(request)
    candidate = reads.my_part(actor, number)
    said = request.POST.get("answer", "")
    try:
        told = ANSWERS.get(said, _take)(actor, candidate, said)
    except assessments.AssessmentError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, told)
    return redirect("assessments.mine", number=number)


def _take(actor: Actor, candidate: assessments.Candidate, said: str) -> str:
    wanted = candidate.session.slots.filter(pk=int(said) if said.isdecimal() else 0).first()
    if wanted is None:
        raise assessments.NoPlaceLeft
    assessments.book_place(actor=actor, candidate=candidate, slot=wanted)
    return _("You have a place.")


def _wait(actor: Actor, candidate: assessments.Candidate, said: str) -> str:
    assessments.join_waiting_list(actor=actor, candidate=candidate)
    return _("You are on the waiting list.")


def _decline(actor: Actor, candidate: assessments.Candidate, said: str) -> str:
    assessments.decline(actor=actor, candidate=candidate)
    return _("You said that you cannot come. You can still choose a time.")


ANSWERS: dict[str, Callable[[Actor, assessments.Candidate, str], str]] = {
    "wait": _wait,
    "decline": _decline,
}


@require_GET
@login_required
def ics(request: HttpRequest, number: str) -> HttpResponse:
    candidate = reads.my_part(acting(request), number)
    answer = HttpResponse(calendars.file_for(candidate), content_type=calendars.MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{candidate.session.number}.ics"'
    return answer


@require_GET
@login_required
def result_sheet(request: HttpRequest, number: str) -> HttpResponse:
    """The result that counts, as a PDF to keep."""
    found = reads.result_of(reads.my_part(acting(request), number))
    if found is None:
        raise Refused("assessments.read")
    answer = HttpResponse(proving.sheet_of(found), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{number}.pdf"'
    return answer


@require_POST
@login_required
def object_(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    candidate = reads.my_part(actor, number)
    form = WordsForm(request.POST)
    found = reads.result_of(candidate)
    if found is None or not form.is_valid():
        return _page(request, candidate, form, status=422)
    objection = assessments.object_to_result(
        actor=actor, result=found, words=form.cleaned_data["words"]
    )
    day = describe.day(objection.reply_by)
    messages.success(request, _("You objected. The answer comes by %(day)s.") % {"day": day})
    return redirect("assessments.mine", number=number)


@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar of somebody who examines, for their own calendar program."""
    return HttpResponse(calendars.feed_for(secret), content_type=calendars.MEDIA_TYPE)


@login_required
def calendar(request: HttpRequest) -> HttpResponse:
    """Make the secret address of one's own calendar; it is shown once."""
    address = ""
    if request.method == "POST":
        address = describe.calendar_address(calendars.make_calendar(actor=acting(request)))
    return render(request, "assessments/calendar.html", {"address": address})
