"""Job orders: asked for by employers, decided on by officers."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import reads
from corridor.departure.jobs.forms_orders import AskForm, DecideForm, StateForm
from corridor.departure.jobs.tables import ORDERS
from corridor.departure.jobs.views_hiring import tried
from corridor.kernel.actors.api import acting, may
from corridor.kernel.places import api as places
from corridor.kernel.tables import api as tables

PAGE_LENGTH = 50


@require_http_methods(["GET", "POST"])
@login_required
def own_orders(request: HttpRequest) -> HttpResponseBase:
    """An employer's orders with their balance, and a form to ask for another."""
    actor = acting(request)
    may(actor, "jobs.hire")
    if answer := tables.asked_for(request, ORDERS, reads.orders(actor)):
        return answer
    form = AskForm(request.POST or None, actor=actor)
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(form, lambda: jobs.ask_order(actor=actor, draft=form.draft()))
    ):
        messages.success(request, _("Asked. An officer decides next."))
        return redirect("jobs.hiring_orders")
    context = {"form": form, "orders": described(list(reads.orders(actor)))}
    return render(request, "jobs/own_orders.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    jobs.withdraw_order(actor=actor, order=reads.order_by_number(actor, number))
    messages.success(request, _("Taken back."))
    return redirect("jobs.hiring_orders")


@require_GET
@login_required
def desk_orders(request: HttpRequest) -> HttpResponseBase:
    actor = acting(request)
    may(actor, "jobs.decide_order")
    form = StateForm(request.GET)
    found = reads.orders(actor)
    if form.chosen():
        found = found.filter(state=form.chosen())
    if answer := tables.asked_for(request, ORDERS, found):
        return answer
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "orders": described(list(page))}
    return render(request, "jobs/desk_orders.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def desk_order(request: HttpRequest, number: str) -> HttpResponse:
    """Approve an order, perhaps for fewer places, or refuse it."""
    actor = acting(request)
    may(actor, "jobs.decide_order")
    found = reads.order_by_number(actor, number)
    form = DecideForm(request.POST or None, initial={"places": found.places_asked})
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(
            form,
            lambda: jobs.decide_order(
                actor=actor,
                order=found,
                approved="approve" in request.POST,
                **form.cleaned_data,
            ),
        )
    ):
        messages.success(request, _("The decision is written down."))
        return redirect("jobs.desk_orders")
    (told,) = described([found])
    context = {"form": form, "told": told, "vacancies": found.vacancies.order_by("-pk")[:100]}
    return render(request, "jobs/desk_order.html", context, status=422 if form.errors else 200)


def described(orders: list[jobs.JobOrder]) -> list[dict[str, object]]:
    """Orders with their codes as words."""
    return [
        {
            "order": each,
            "occupation": places.occupation_label(each.isco),
            "country": places.country_name(each.country),
            "tone": TONES.get(jobs.OrderState(each.state), "neutral"),
        }
        for each in orders
    ]


TONES = {
    jobs.OrderState.ASKED: "info",
    jobs.OrderState.APPROVED: "good",
    jobs.OrderState.REFUSED: "bad",
}
