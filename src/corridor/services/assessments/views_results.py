"""Results: those that wait for a second person, one with its history, objections."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import acting, can, may
from corridor.services.assessments import api as assessments
from corridor.services.assessments import describe, reads
from corridor.services.assessments.forms import AnswerForm, ReasonForm
from corridor.services.assessments.views import back, held
from corridor.services.assessments.views_day import row_of

PAGE_LENGTH = 50


@require_GET
@login_required
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for somebody else than whoever recorded it, and objections with their clocks."""
    actor = acting(request)
    page = Paginator(reads.to_confirm(actor), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [describe.result(one) for one in page],
        "objections": reads.objections_open(actor)[:PAGE_LENGTH],
    }
    return render(request, "assessments/waiting.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def result_page(request: HttpRequest, result_id: int) -> HttpResponse:
    actor = acting(request)
    found = reads.result_for(actor, result_id)
    session = found.candidate.session
    may(actor, "assessments.see", session)
    wrong: dict[str, str] = {}
    reason = request.POST.get("reason", "").replace("\x00", "")
    scores: dict[str, object] = dict(found.scores)
    if request.method == "POST":
        given, _note, wrong = row_of(found.candidate, request.POST)
        scores = dict(given)
        if not wrong:
            try:
                new = assessments.correct_result(
                    actor=actor, result=found, scores=given, reason=reason
                )
            except assessments.NotAsAsked as refused:
                wrong = {
                    f"{found.candidate_id}.{one.field}": str(one.sentence)
                    for one in refused.findings
                }
            except assessments.AssessmentError as refused:
                wrong = {"": str(refused)}
            else:
                messages.success(request, _("The correction is recorded."))
                return redirect("assessments.result", result_id=new.pk)
    named = can(actor, "assessments.names", session)
    objection = getattr(found, "objection", None)
    context = {
        "session": session,
        "row": describe.candidate(found.candidate, None, named=named),
        "result": describe.result(found),
        "tone": describe.tone_of(found.state),
        "history": reads.results().filter(candidate=found.candidate).order_by("-pk"),
        "may_confirm": found.state == "recorded"
        and can(actor, "assessments.confirm", found)
        and not (found.four_eyes and found.recorded_key == actor.key),
        "may_correct": found.state == "confirmed" and can(actor, "assessments.correct", found),
        "may_reply": objection is not None
        and objection.answered_at is None
        and can(actor, "assessments.answer", objection),
        "cells": describe.cells(found.candidate, scores, wrong),
        "faults": list(wrong.values()),
        "reason": reason,
        "reason_form": ReasonForm(),
        "answer_form": AnswerForm(),
    }
    return render(request, "assessments/result.html", context, status=422 if wrong else 200)


@require_POST
@login_required
def decide(request: HttpRequest, result_id: int) -> HttpResponse:
    """A second person confirms a result, or sends it back with a reason."""
    actor = acting(request)
    found = reads.result_for(actor, result_id)
    if "confirm" in request.POST:
        assessments.confirm_result(actor=actor, result=found)
        messages.success(request, _("The result counts; the person was told."))
    else:
        reason = request.POST.get("reason", "").replace("\x00", "")
        assessments.return_result(actor=actor, result=found, reason=reason)
        messages.success(request, _("Sent back."))
    return redirect("assessments.result", result_id=found.pk)


@require_POST
@login_required
def confirm_all(request: HttpRequest, number: str, door: str) -> HttpResponse:
    """Confirm every result of a session that this person did not record."""
    session = held(request, number, door)
    actor = acting(request)
    may(actor, "assessments.confirm", session)
    count = 0
    for one in reads.waiting_in(session, but=actor.key):
        assessments.confirm_result(actor=actor, result=one)
        count += 1
    said = ngettext("%(count)s result counts now.", "%(count)s results count now.", count)
    messages.success(request, said % {"count": count})
    return back(session, door)


@require_POST
@login_required
def reply(request: HttpRequest, result_id: int) -> HttpResponse:
    """Answer an objection."""
    actor = acting(request)
    may(actor, "assessments.desk")
    found = reads.result_for(actor, result_id)
    objection = assessments.Objection.objects.filter(result=found).first()
    form = AnswerForm(request.POST)
    if objection is None or not form.is_valid():
        messages.error(request, _("Choose a decision and write an answer."))
        return redirect("assessments.result", result_id=found.pk)
    assessments.answer_objection(
        actor=actor,
        objection=objection,
        upheld=form.cleaned_data["upheld"],
        answer=form.cleaned_data["answer"],
    )
    messages.success(request, _("Answered; the person was told."))
    return redirect("assessments.result", result_id=found.pk)
