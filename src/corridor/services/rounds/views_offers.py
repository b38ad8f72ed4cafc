"""Pages of offers: at the desk, for the employer, for the worker."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import acting, can, may
from corridor.kernel.tables import api as tables
from corridor.services.rounds import api as rounds
from corridor.services.rounds import (
    inviting,
    questions,
    reads,
    reads_offers,
    revealing,
    telling,
    telling_offers,
    telling_rules,
)
from corridor.services.rounds.forms_offers import GiveUpForm, OfferForm, OffersWanted, ReasonForm
from corridor.services.rounds.procedure import NamesFrom

PAGE_LENGTH = 50


@require_http_methods(["GET", "POST"])
@login_required
def offers(request: HttpRequest, number: str) -> HttpResponseBase:
    """The desk's list; posting offers every place that was given and not yet offered."""
    actor = acting(request)
    found = reads.by_number(actor, number)
    wanted = OffersWanted(request.GET)
    listed = reads_offers.offers_of(actor, found, state=wanted.wanted())
    form = OfferForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = rounds.make_offers(actor=actor, of=found, days=form.cleaned_data["days"])
        messages.success(request, said(len(made)))
        return redirect("rounds.offers", found.number)
    if file := tables.asked_for(request, reads_offers.OFFERS, listed):
        return file
    page = Paginator(listed, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "round": found,
        "form": form,
        "wanted": wanted,
        "page": page,
        "rows": telling_offers.rows(page),
        "waiting": len(rounds.to_be_asked(found)) if found.is_published else 0,
        "counts": telling_offers.counts(found),
        "floors": telling_rules.floors_held(found) if found.is_published else (),
        "withdraw_page": "rounds.withdraw",
    }
    return render(request, "rounds/offers.html", context, status=422 if form.errors else 200)


def said(made: int) -> str:
    return ngettext("%(made)s offer is made.", "%(made)s offers are made.", made) % {"made": made}


@require_http_methods(["GET", "POST"])
@login_required
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Take an offer back before it is answered: an officer or the employer."""
    actor = acting(request)
    offer = reads_offers.offer_for(actor, number)
    line = offer.round_vacancy
    may(actor, "rounds.offer", line)
    home = reverse("rounds.offers", args=[f"R{offer.round_id}"])
    if not actor.is_staff:
        home = reverse("rounds.hiring_vacancy", args=[f"R{offer.round_id}", line.vacancy])
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        rounds.withdraw_offer(actor=actor, offer=offer, reason=reason)
        messages.success(request, _("The offer is withdrawn; the next on the list is asked."))
        return redirect(home)
    context: dict[str, Any] = {
        "title": _("Withdraw the offer"),
        "sentence": _("They are told, and the place is offered to the next on the list."),
        "action": _("Withdraw"),
        "cancel": home,
        "tone": "bad",
        "form": form,
    }
    return render(request, "ui/confirm.html", context)


@require_GET
@login_required
def own(request: HttpRequest) -> HttpResponse:
    found = Paginator(reads_offers.own_offers(acting(request)), PAGE_LENGTH)
    page = found.get_page(request.GET.get("page"))
    context = {"page": page, "rows": telling_offers.rows(page)}
    return render(request, "rounds/own_offers.html", context)


@require_GET
@login_required
def offer(request: HttpRequest, number: int) -> HttpResponse:
    found = reads_offers.own_offer(acting(request), number)
    in_doubt = found.failed or questions.question_of(found)
    context = {
        "offer": found,
        "row": telling_offers.rows([found])[0],
        "steps": questions.result_of(found) if in_doubt else None,
        "card": telling.card_of(found.round_vacancy),
        "names_told": revealing.told_before_answering(found),
    }
    return render(request, "rounds/offer.html", context)


@require_POST
@login_required
def accept(request: HttpRequest, number: int) -> HttpResponse:
    actor = acting(request)
    found = rounds.accept_offer(actor=actor, offer=reads_offers.own_offer(actor, number))
    told = _("The place is yours.") if not found.is_open else _("Your yes is kept.")
    messages.success(request, told)
    return redirect("rounds.offer", found.pk)


@require_http_methods(["GET", "POST"])
@login_required
def decline(request: HttpRequest, number: int) -> HttpResponse:
    """Decline an open offer, or give up an accepted one: asked once more, then done."""
    actor = acting(request)
    found = reads_offers.own_offer(actor, number)
    asked = request.POST if request.method == "POST" else None
    form = GiveUpForm(asked, state=found.state)
    home = reverse("rounds.offer", args=[found.pk])
    accepted = found.state == "accepted"
    if form.is_valid():
        act = rounds.withdraw_offer if accepted else rounds.decline_offer
        act(actor=actor, offer=found, reason=form.cleaned_data["reason"])
        messages.success(request, _("Your answer is kept. The place goes to the next person."))
        return redirect(home)
    if "shown" in form.errors:  # the page was opened for another state: ask anew
        messages.warning(request, str(form.errors["shown"][0]))
        form = GiveUpForm(state=found.state)
    context = {
        "title": _("Give the place up") if accepted else _("Decline the offer"),
        "sentence": _("The place goes to the next person on the list. This cannot be undone."),
        "action": _("Give it up") if accepted else _("Decline"),
        "cancel": home,
        "tone": "bad",
        "form": form,
    }
    return render(request, "ui/confirm.html", context)


@require_GET
@login_required
def hiring(request: HttpRequest) -> HttpResponse:
    """The employer's own vacancies in published rounds."""
    found = Paginator(reads_offers.employers_lines(acting(request)), PAGE_LENGTH)
    page = found.get_page(request.GET.get("page"))
    return render(request, "rounds/hiring.html", {"page": page})


@require_http_methods(["GET", "POST"])
@login_required
def hiring_vacancy(request: HttpRequest, number: str, vacancy: str) -> HttpResponseBase:
    """The blinded shortlist of one vacancy, its offers, and offering the places."""
    actor = acting(request)
    line = reads_offers.employers_line(actor, number, vacancy)
    form = OfferForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        days = form.cleaned_data["days"]
        made = rounds.make_offers(actor=actor, of=line.round, line=line, days=days)
        messages.success(request, said(len(made)))
        return redirect("rounds.hiring_vacancy", number, vacancy)
    held = list(line.offers.select_related("round_vacancy"))
    revealing.name_offers(actor, held)
    if file := tables.asked_for(request, reads_offers.OWN_OFFERS, held):
        return file
    page = Paginator(reads.results_of(line), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "round": line.round,
        "line": line,
        "page": page,
        "rows": telling.rows(actor, list(page)),
        "invite_url": inviting.open_address(actor, line),
        "names_from": NamesFrom(rounds.procedure_of(line.round).names_from).label,
        "names": revealing.named(actor, list(page)),
        "offers": telling_offers.rows(held),
        "waiting": len(rounds.to_be_asked(line.round, line)),
        "withdraw_page": "rounds.hiring_withdraw",
        "may_offer": can(actor, "rounds.offer", line),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "rounds/hiring_vacancy.html", context, status=status)
