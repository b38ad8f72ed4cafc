"""The page on which a planned round's procedure is set."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.kernel.actors.api import acting, may
from corridor.services.rounds import api as rounds
from corridor.services.rounds import reads
from corridor.services.rounds.acts.change import still_draft
from corridor.services.rounds.forms_procedure import ProcedureForm


@require_http_methods(["GET", "POST"])
@login_required
def procedure(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    planned = reads.by_number(actor, number)
    may(actor, "rounds.plan", planned)
    still_draft(planned)
    form = ProcedureForm(request.POST or None, planned=planned)
    if request.method == "POST" and form.is_valid():
        voided = planned.parties.exclude(agreed_digest="").exists()
        before = rounds.terms_digest(planned)
        try:
            planned = rounds.set_procedure(actor=actor, planned=planned, procedure=form.procedure())
        except rounds.RoundRefused as refused:
            for field, _code, sentence in refused.findings:
                form.add_error(field if field in form.fields else None, str(sentence))
        else:
            if voided and rounds.terms_digest(planned) != before:
                told = _("The terms are changed. Agreements given before are void: ask again.")
                messages.warning(request, told)
            return redirect(planned)
    context = {"form": form, "round": planned}
    return render(request, "rounds/procedure.html", context, status=422 if form.errors else 200)
