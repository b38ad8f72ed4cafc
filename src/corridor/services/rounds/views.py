"""Pages of rounds: guard, form, answer."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.engines import matching
from corridor.kernel.actors.api import acting, can, may
from corridor.kernel.people import api as people
from corridor.kernel.sorting import Sorting
from corridor.services.rounds import api as rounds
from corridor.services.rounds import (
    flows,
    inviting,
    pictures,
    reads,
    telling,
    telling_overrides,
    telling_procedure,
)
from corridor.services.rounds.fitting import what_fits
from corridor.services.rounds.forms import RoundForm

PAGE_LENGTH = 50
DESK_ORDER = Sorting(
    columns={
        "number": "pk",
        "title": "title",
        "state": "state",
        "people": "workers_count",
        "vacancies": "vacancies_count",
        "placed": "placed_count",
    },
    usual="-number",
)


@require_GET
def published(request: HttpRequest) -> HttpResponse:
    page = Paginator(reads.published(), PAGE_LENGTH).get_page(request.GET.get("page"))
    return render(request, "rounds/rounds.html", {"page": page})


@require_GET
def round_page(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    found = reads.by_number(actor, number)
    vacancies = Paginator(reads.vacancies_of(found), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "round": found,
        "page": vacancies,
        "stages": pictures.stages_of(found),
        "flows": flows.flows_of(found),
        "least": flows.FLOW_LEAST,
        "told": telling.told(found),
        "work": telling.work_of(found),
        "agreement": telling.agreement(actor, found),
        "overrides": telling_overrides.told(found, telling_overrides.confirmed(found)),
        "may_read_overrides": can(actor, "rounds.read_overrides", found),
        "procedure": telling_procedure.procedure_told(found),
        "may_start": can(actor, "rounds.start", found),
        "may_publish": can(actor, "rounds.publish", found),
    }
    return render(request, "rounds/round.html", context)


@require_GET
def vacancy(request: HttpRequest, number: str, vacancy: str) -> HttpResponse:
    actor = acting(request)
    found = reads.by_number(actor, number)
    line = reads.vacancy_of(found, vacancy)
    page = Paginator(reads.results_of(line), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "round": found,
        "line": line,
        "page": page,
        "card": telling.card_of(line),
        "falls": telling.falls_of(line),
        "rows": telling.rows(actor, list(page)),
        "may_override": found.state == "ready" and can(actor, "rounds.override", found),
        "invite_url": inviting.open_address(actor, line),
        "may_see_steps": can(actor, "rounds.steps", found),
    }
    return render(request, "rounds/vacancy.html", context)


@require_GET
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    found = Paginator(DESK_ORDER.of(reads.at_the_desk(acting(request)), request.GET), PAGE_LENGTH)
    page = found.get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rounds": telling.with_tones(page),
        "sort": DESK_ORDER.asked(request.GET),
    }
    return render(request, "rounds/desk.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def start(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    may(actor, "rounds.plan")
    form = RoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["request_key"]
        try:
            planned = rounds.plan_round(actor=actor, draft=form.draft(), request_key=key)
        except rounds.RoundRefused as refused:
            for field, _code, sentence in refused.findings:
                form.add_error(field, str(sentence))
        else:
            return redirect("rounds.parties", planned.number)
    status = 422 if form.errors else 200
    return render(request, "rounds/start.html", {"form": form}, status=status)


@require_POST
@login_required
def start_again(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    found = rounds.start_round(actor=actor, planned=reads.by_number(actor, number))
    return redirect(found)


@require_POST
@login_required
def publish(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    found = rounds.publish_round(actor=actor, ready=reads.by_number(actor, number))
    messages.success(request, _("Round %(number)s is published.") % {"number": found.number})
    return redirect(found)


@require_GET
@login_required
def fitting(request: HttpRequest) -> HttpResponse:
    person = people.person_of(acting(request))
    found, refused = None, ""
    if person is not None:
        try:
            found = what_fits(person)
        except matching.MatchingRefused as error:
            refused = str(error)
    context = {"person": person, "found": found, "refused": refused}
    return render(request, "rounds/fitting.html", context)
