"""The day itself: the list to print, who came, marks, results agreed or brought in as a file."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from corridor.kernel.actors.api import Actor, acting, can, may
from corridor.kernel.tables import api as tables
from corridor.services.assessments import api as assessments
from corridor.services.assessments import describe, lists, printing, reads
from corridor.services.assessments.forms import FileForm
from corridor.services.assessments.sheet import middle
from corridor.services.assessments.views import back, held

SEEN = {
    "present": lambda actor, one: assessments.check_in(actor=actor, candidate=one),
    "late": lambda actor, one: assessments.check_in(actor=actor, candidate=one, late=True),
    "absent": lambda actor, one: assessments.mark_absent(actor=actor, candidate=one),
    "booked": lambda actor, one: assessments.undo_check_in(actor=actor, candidate=one),
}


@require_GET
@login_required
def attendance(request: HttpRequest, number: str, door: str) -> HttpResponse:
    """The list to print and sign, each row with a code that opens its check-in."""
    session = held(request, number, door)
    may(acting(request), "assessments.check_in", session)
    named = can(acting(request), "assessments.names", session)
    page = reverse(f"{door}check_in", kwargs={"number": session.number})
    answer = HttpResponse(
        printing.attendance(session, named=named, page=page), content_type="application/pdf"
    )
    answer["Content-Disposition"] = f'inline; filename="{session.number}.pdf"'
    return answer


@require_http_methods(["GET", "POST"])
@login_required
def check_in(request: HttpRequest, number: str, door: str) -> HttpResponse:
    """By reference number, typed or from the code on the printed list."""
    session = held(request, number, door)
    actor = acting(request)
    may(actor, "assessments.check_in", session)
    asked = request.POST if request.method == "POST" else request.GET
    reference = asked.get("reference", "").replace("\x00", "")
    candidate = reads.candidate_in(session, reference)
    said = request.POST.get("seen", "")
    if request.method == "POST" and candidate is not None and said in SEEN:
        try:
            SEEN[said](actor, candidate)
        except assessments.AssessmentError as refused:
            messages.error(request, str(refused))
        else:
            candidate.refresh_from_db()
            told = f"{candidate.person.reference_spaced}: {candidate.get_state_display()}"
            messages.success(request, told)
        if "list" in request.POST:
            return back(session, door)
        return redirect(reverse(f"{door}check_in", kwargs={"number": session.number}))
    named = can(actor, "assessments.names", session)
    context = {
        "session": session,
        "door": door,
        "reference": reference,
        "row": describe.candidate(candidate, None, named=named) if candidate else None,
        "counts": describe.counts(reads.candidates_of(session)),
    }
    return render(request, "assessments/check_in.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def marks(request: HttpRequest, number: str, door: str) -> HttpResponse:
    """One's own points for everybody who came, as a table to type into."""
    session = held(request, number, door)
    actor = acting(request)
    may(actor, "assessments.mark", session)
    candidates = reads.to_mark(actor, session)
    faults: dict[str, str] = {}
    if request.method == "POST":
        faults = kept(actor, candidates, request.POST, hand_in="hand_in" in request.POST)
        if not faults:
            messages.success(request, _("Your points are kept."))
            return redirect(reverse(f"{door}marks", kwargs={"number": session.number}))
    named = can(actor, "assessments.names", session)
    context = {
        "session": session,
        "door": door,
        "lines": session.lines,
        "faults": list(faults.items()),
        "rows": describe.marking_rows(actor, candidates, request.POST, faults, named=named),
        "done": describe.marked(actor, session, named=named),
    }
    return render(request, "assessments/marks.html", context, status=422 if faults else 200)


def kept(
    actor: Actor,
    candidates: list[assessments.Candidate],
    said: Mapping[str, str],
    *,
    hand_in: bool,
) -> dict[str, str]:
    """Keep every row that says something, all or none; what is wrong, by field."""
    faults: dict[str, str] = {}
    with transaction.atomic():
        for candidate in candidates:
            scores, note, wrong = row_of(candidate, said)
            faults |= wrong
            if wrong or not (scores or note):
                continue
            try:
                assessments.mark_candidate(
                    actor=actor, candidate=candidate, scores=scores, note=note, hand_in=hand_in
                )
            except assessments.NotAsAsked as refused:
                for one in refused.findings:
                    faults[f"{candidate.pk}.{one.field}"] = str(one.sentence)
            except assessments.AssessmentError as refused:
                faults[f"{candidate.pk}."] = str(refused)
        if faults:
            transaction.set_rollback(True)
    return faults


def row_of(
    candidate: assessments.Candidate, said: Mapping[str, str]
) -> tuple[dict[str, int], str, dict[str, str]]:
    """Points and note of one row as typed, and which cells are no numbers."""
    scores: dict[str, int] = {}
    wrong: dict[str, str] = {}
    for line in candidate.session.lines:
        name = f"{candidate.pk}.{line.code}"
        typed = said.get(name, "").strip()
        if typed.isascii() and typed.isdecimal() and len(typed) < 6:
            scores[line.code] = int(typed)
        elif typed:
            most = {"most": line.scale_max}
            wrong[name] = _("Give a whole number of points from 0 to %(most)s.") % most
    return scores, said.get(f"{candidate.pk}.note", "").replace("\x00", ""), wrong


@require_http_methods(["GET", "POST"])
@login_required
def agree(request: HttpRequest, number: str, reference: str, door: str) -> HttpResponse:
    """What the examiners gave, side by side, and the points agreed."""
    session = held(request, number, door)
    actor = acting(request)
    may(actor, "assessments.record", session)
    candidate = reads.candidate_of(session, reference)
    markings = reads.markings_seen(actor, candidate)
    handed = [one.scores for one in markings if one.handed_in_at]
    scores: Mapping[str, object] = middle(session.lines, handed)
    reason = ""
    wrong: dict[str, str] = {}
    if request.method == "POST":
        reason = request.POST.get("reason", "").replace("\x00", "")
        agreed, _note, wrong = row_of(candidate, request.POST)
        scores = agreed
        if not wrong:
            try:
                assessments.record_result(
                    actor=actor, candidate=candidate, scores=agreed, reason=reason
                )
            except assessments.NotAsAsked as refused:
                wrong = {
                    f"{candidate.pk}.{one.field}": str(one.sentence) for one in refused.findings
                }
            except assessments.AssessmentError as refused:
                wrong = {"": str(refused)}
            else:
                messages.success(request, _("The result is recorded."))
                return back(session, door)
    named = can(actor, "assessments.names", session)
    context = {
        "session": session,
        "door": door,
        "row": describe.candidate(candidate, None, named=named),
        "given": describe.given(session, markings),
        "cells": describe.cells(candidate, scores, wrong),
        "faults": list(wrong.values()),
        "reason": reason,
    }
    return render(request, "assessments/agree.html", context, status=422 if wrong else 200)


@require_http_methods(["GET", "POST"])
@login_required
def bring_in(request: HttpRequest, number: str, door: str) -> HttpResponseBase:
    """Results as a file: the template to download, and the file to bring in."""
    session = held(request, number, door)
    actor = acting(request)
    may(actor, "assessments.import", session)
    holders = reads.candidates_of(session).filter(state__in=reads.HOLDS_PLACE)
    if answer := tables.asked_for(request, lists.results_template(session), holders):
        return answer
    form = FileForm(request.POST or None, request.FILES or None)
    faults: list[tables.Fault] = []
    if request.method == "POST" and form.is_valid():
        try:
            done = assessments.import_results(
                actor=actor, session=session, file=form.cleaned_data["file"].read()
            )
        except tables.TableRefused as refused:
            faults = refused.faults
        else:
            said = ngettext("%(count)s result recorded.", "%(count)s results recorded.", done.new)
            messages.success(request, said % {"count": done.new})
            return back(session, door)
    context = {"form": form, "session": session, "faults": faults, "door": door}
    return render(
        request, "assessments/bring_in.html", context, status=422 if faults or form.errors else 200
    )
