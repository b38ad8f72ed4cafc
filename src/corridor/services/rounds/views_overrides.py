"""Pages on which officers decide on single people: the price first, then the other party."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import CorridorError, Refused, acting, can, may
from corridor.kernel.people import api as people
from corridor.kernel.tables import api as tables
from corridor.services.rounds import api as rounds
from corridor.services.rounds import overriding, reads, telling_overrides
from corridor.services.rounds.forms_overrides import OverrideForm


@require_GET
@login_required
def waiting(request: HttpRequest) -> HttpResponse:
    """Decisions of other parties that wait for this officer."""
    actor = acting(request)
    may(actor, "rounds.sign")
    found = [
        (one, people.printed_reference(one.worker)) for one in telling_overrides.waiting_for(actor)
    ]
    return render(request, "rounds/overrides_waiting.html", {"found": found})


@require_http_methods(["GET", "POST"])
@login_required
def overrides(request: HttpRequest, number: str) -> HttpResponseBase:
    """The decisions of a round, and the form for another; sent, it shows the price."""
    actor = acting(request)
    of = reads.by_number(actor, number)
    may(actor, "rounds.override" if request.method == "POST" else "rounds.read_overrides", of)
    rows = telling_overrides.told(of, telling_overrides.overrides_of(actor, of))
    if file := tables.asked_for(request, telling_overrides.OVERRIDES, rows):
        return file
    begun = {name: request.GET[name] for name in ("worker", "vacancy") if name in request.GET}
    form = OverrideForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        draft = form.draft()
        try:
            priced = rounds.price_override(actor=actor, of=of, draft=draft)
        except rounds.OverrideImpossible as refused:
            form.add_error(None, str(refused))
        else:
            price = telling_overrides.price_in_words(priced.as_json())
            worker = people.printed_reference(draft.worker)
            context = {"round": of, "price": price, "draft": draft, "worker": worker}
            return render(request, "rounds/override_price.html", context)
    context = {
        "round": of,
        "rows": rows,
        "form": form,
        "may_override": of.state == "ready" and can(actor, "rounds.override", of),
    }
    return render(request, "rounds/overrides.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def propose(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    of = reads.by_number(actor, number)
    may(actor, "rounds.override", of)
    form = OverrideForm(request.POST)
    if not form.is_valid():
        return redirect("rounds.overrides", of.number)
    rounds.propose_override(
        actor=actor, of=of, draft=form.draft(), seen=request.POST.get("seen", "")
    )
    messages.success(request, _("Proposed. The officer of the other party must confirm it."))
    return redirect("rounds.overrides", of.number)


@require_GET
@login_required
def override(request: HttpRequest, override: int) -> HttpResponse:
    """One decision with what it costs: as things stand while it waits, as it was once decided."""
    actor = acting(request)
    one = _one(request, override)
    of = one.round
    is_waiting = one.state == rounds.OverrideState.PROPOSED and of.state == "ready"
    price, impossible = one.price, ""
    if is_waiting:
        try:
            kept = overriding.kept_rows(of)
            price = overriding.price_of(of, kept, overriding.change_of(one)).as_json()
        except CorridorError as refused:
            impossible = str(refused)
    (line,) = telling_overrides.told(of, [one])
    own = of.parties.filter(officer_id=actor.user_id).first()
    is_open = of.state == "ready" and one.state != rounds.OverrideState.UNDONE
    context = {
        "round": of,
        "override": one,
        "line": line,
        "price": telling_overrides.price_in_words(price),
        "impossible": impossible,
        "may_confirm": is_waiting and own and own.side != one.proposed_side and not impossible,
        "may_undo": is_open and own is not None,
        "waits_for_other": is_waiting and own is not None and own.side == one.proposed_side,
    }
    return render(request, "rounds/override.html", context)


@require_POST
@login_required
def confirm(request: HttpRequest, override: int) -> HttpResponse:
    one = _one(request, override)
    seen = request.POST.get("seen", "")
    rounds.confirm_override(actor=acting(request), override=one, seen=seen)
    messages.success(request, _("Confirmed. The result is worked out with it."))
    return redirect("rounds.overrides", one.round.number)


@require_POST
@login_required
def undo(request: HttpRequest, override: int) -> HttpResponse:
    one = _one(request, override)
    rounds.undo_override(actor=acting(request), override=one)
    messages.success(request, _("Taken back."))
    return redirect("rounds.overrides", one.round.number)


def _one(request: HttpRequest, number: int) -> rounds.Override:
    """The decision, for those who sign for its round. Raises Refused."""
    found = rounds.Override.objects.select_related("round").filter(pk=number).first()
    if found is None:
        raise Refused("rounds.override")
    may(acting(request), "rounds.override", found.round)
    return found
