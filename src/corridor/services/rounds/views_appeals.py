"""Pages of appeals, of the closing report and of the reserve list."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import acting, can, may
from corridor.kernel.people import api as people
from corridor.kernel.tables import api as tables
from corridor.services.rounds import api as rounds
from corridor.services.rounds import (
    reads,
    reads_appeals,
    reads_offers,
    report,
    telling_overrides,
    telling_rules,
)
from corridor.services.rounds.acts.appeal import appeal_until
from corridor.services.rounds.forms_appeals import AppealForm, DecisionForm, ReserveForm

PAGE_LENGTH = 50

LINES = 50


@require_GET
@login_required
def standing(request: HttpRequest) -> HttpResponse:
    """Where the person stands in every published round, and from where they appeal."""
    actor = acting(request)
    may(actor, "rounds.own_offers")
    person = people.person_of(actor)
    found = rounds.standings_of(person.reference) if person else ()
    return render(request, "rounds/standing.html", {"standings": found})


@require_http_methods(["GET", "POST"])
@login_required
def appeal(request: HttpRequest, number: int) -> HttpResponse:
    """Appeal against one result, or read what became of the appeal."""
    actor = acting(request)
    result = reads_appeals.own_result(actor, number)
    form = AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reasons = form.cleaned_data["reasons"]
        rounds.lodge_appeal(actor=actor, result=result, reasons=reasons)
        messages.success(request, _("Your appeal has come in."))
        return redirect("rounds.appeal", number)
    of = result.round_vacancy.round
    context = {
        "result": result,
        "line": result.round_vacancy,
        "round": of,
        "appeal": result.appeals.first(),
        "until": appeal_until(result, of.published_at) if of.published_at else None,
        "form": form,
    }
    return render(request, "rounds/appeal.html", context, status=422 if form.errors else 200)


@require_GET
@login_required
def appeals(request: HttpRequest) -> HttpResponse:
    found = Paginator(reads_appeals.appeals(acting(request)), PAGE_LENGTH)
    page = found.get_page(request.GET.get("page"))
    return render(request, "rounds/appeals.html", {"page": page})


@require_http_methods(["GET", "POST"])
@login_required
def decide(request: HttpRequest, number: int) -> HttpResponse:
    actor = acting(request)
    found = reads_appeals.appeal_for(actor, number)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        rounds.decide_appeal(actor=actor, appeal=found, **form.cleaned_data)
        messages.success(request, _("The appeal is decided; the person is told."))
        return redirect("rounds.appeals")
    context = {
        "appeal": found,
        "line": found.result.round_vacancy,
        "worker": people.printed_reference(found.result.worker),
        "own": actor.key in {found.ran_by, found.published_by},
        "form": form,
    }
    return render(request, "rounds/decide.html", context, status=422 if form.errors else 200)


@require_GET
@login_required
def closing_report(request: HttpRequest, number: str) -> HttpResponseBase:
    """What became of every place: for officers, and for an employer of their own vacancies."""
    actor = acting(request)
    of = reads.by_number(actor, number)
    among = None
    if not can(actor, "rounds.offer", of):
        among = list(
            reads_offers.employers_lines(actor).filter(round=of).values_list("pk", flat=True)
        )
        if not among:
            may(actor, "rounds.offer", of)
    rows = report.lines(of, among)
    if file := tables.asked_for(request, report.REPORT, rows):
        return file
    totals = report.totals(rows)
    floors = telling_rules.floors_held(of) if of.is_published else []
    decided = telling_overrides.told(of, telling_overrides.confirmed(of))
    if request.GET.get("format") == "pdf":
        facts = [
            (_("Published"), f"{of.published_at:%Y-%m-%d}" if of.published_at else "–"),
            (_("Closed"), f"{of.closed_at:%Y-%m-%d}" if of.closed_at else "–"),
            (_("Places"), str(totals["places"])),
            (_("Accepted"), str(totals["accepted"])),
            (_("Result"), of.result_digest),
            *((floor["asked"], floor["came_to"]) for floor in floors),
            *((_("Officers’ decision"), telling_overrides.sentence(line)) for line in decided),
        ]
        answer = HttpResponse(report.as_pdf(of, rows, facts), content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="{of.number}-report.pdf"'
        return answer
    context = {
        "round": of,
        "page": Paginator(rows, LINES).get_page(request.GET.get("page")),
        "totals": totals,
        "appeals": report.appeals(of),
        "stages": report.stages(rows),
        "fills": report.days_to_fill(rows),
        "overrides": decided,
        "floors": floors,
        "prices": telling_rules.prices(of),
        "may_close": can(actor, "rounds.publish", of) and of.state == "published",
        "form": ReserveForm(initial={"until": of.reserve_until}),
    }
    return render(request, "rounds/report.html", context)


@require_POST
@login_required
def close(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    of = rounds.close_round(actor=actor, of=reads.by_number(actor, number))
    messages.success(request, _("Round %(number)s is closed.") % {"number": of.number})
    return redirect("rounds.report", of.number)


@require_POST
@login_required
def renew(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    of = reads.by_number(actor, number)
    may(actor, "rounds.publish", of)
    form = ReserveForm(request.POST)
    if form.is_valid():
        rounds.renew_reserve(actor=actor, of=of, until=form.cleaned_data["until"])
        messages.success(request, _("The reserve list is kept until the day you gave."))
    else:
        messages.error(request, _("Give a day, such as 2027-05-31."))
    return redirect("rounds.report", of.number)
