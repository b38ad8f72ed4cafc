"""Pages on which two parties agree to a round's terms."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.kernel.actors.api import acting, may
from corridor.services.rounds import api as rounds
from corridor.services.rounds import reads
from corridor.services.rounds.acts.change import still_draft
from corridor.services.rounds.forms import RoundForm
from corridor.services.rounds.forms_agreement import PartiesForm


@require_http_methods(["GET", "POST"])
@login_required
def change(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    planned = reads.by_number(actor, number)
    may(actor, "rounds.plan", planned)
    still_draft(planned)
    form = RoundForm(request.POST or None, initial=RoundForm.of(planned))
    if request.method == "POST" and form.is_valid():
        voided = planned.parties.exclude(agreed_digest="").exists()
        before = rounds.terms_digest(planned)
        try:
            planned = rounds.change_round(actor=actor, planned=planned, draft=form.draft())
        except rounds.RoundRefused as refused:
            for field, _code, sentence in refused.findings:
                form.add_error(field, str(sentence))
        else:
            if voided and rounds.terms_digest(planned) != before:
                told = _("The terms are changed. Agreements given before are void: ask again.")
                messages.warning(request, told)
            return redirect(planned)
    context = {"form": form, "round": planned}
    return render(request, "rounds/change.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def parties(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    planned = reads.by_number(actor, number)
    may(actor, "rounds.plan", planned)
    form = PartiesForm(request.POST or None, planned=planned)
    if request.method == "POST" and form.is_valid():
        try:
            rounds.name_parties(actor=actor, planned=planned, parties=form.parties())
        except rounds.RoundRefused as refused:
            for field, _code, sentence in refused.findings:
                form.add_error(field, str(sentence))
        else:
            return redirect(planned)
    context = {"form": form, "round": planned}
    return render(request, "rounds/parties.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def agree(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    planned = reads.by_number(actor, number)
    digest = request.POST.get("digest", "")
    planned = rounds.agree_round(actor=actor, planned=planned, digest=digest)
    messages.success(request, _("You have agreed to the terms of %(number)s.") % {"number": number})
    return redirect(planned)


@require_POST
@login_required
def take_back(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    planned = rounds.take_back_agreement(actor=actor, planned=reads.by_number(actor, number))
    messages.success(request, _("Your agreement is taken back."))
    return redirect(planned)
