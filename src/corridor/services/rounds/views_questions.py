"""Pages of accepted places in question: the list at the desk, and the decision on one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from corridor.kernel.actors.api import acting
from corridor.kernel.people import api as people
from corridor.kernel.tables import api as tables
from corridor.services.rounds import api as rounds
from corridor.services.rounds import questions
from corridor.services.rounds.forms_offers import SettleForm
from corridor.services.rounds.words_steps import bar_in_words

PAGE_LENGTH = 50


@require_GET
@login_required
def questioned(request: HttpRequest) -> HttpResponseBase:
    found = questions.questioned(acting(request))
    if file := tables.asked_for(request, questions.QUESTIONED, found):
        return file
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    rows = [
        {
            "offer": one,
            "worker": people.printed_reference(one.worker),
            **bar_in_words(one.barred_by, one.round),
        }
        for one in page
    ]
    return render(request, "rounds/questioned.html", {"page": page, "rows": rows})


@require_http_methods(["GET", "POST"])
@login_required
def settle(request: HttpRequest, number: int) -> HttpResponse:
    """Say whether the place stands, with a reason."""
    actor = acting(request)
    offer = questions.offer_to_settle(actor, number)
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        stands = form.cleaned_data["decision"] == "stands"
        reason = form.cleaned_data["reason"]
        rounds.settle_offer(actor=actor, offer=offer, stands=stands, reason=reason)
        said = _("The place stays theirs; they are told.")
        if not stands:
            said = _("The place is withdrawn; they are told, and the next on the list is asked.")
        messages.success(request, said)
        return redirect("rounds.questioned")
    question = questions.question_of(offer)
    context = {
        "offer": offer,
        "line": offer.round_vacancy,
        "worker": people.printed_reference(offer.worker),
        "said": bar_in_words(question or offer.failed, offer.round),
        "is_open": bool(question),
        "form": form,
    }
    return render(request, "rounds/settle.html", context, status=422 if form.errors else 200)
