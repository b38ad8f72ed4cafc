"""The verification queue at the desk: one statement after the other, beside its document."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import Actor, acting, may
from corridor.kernel.people import api as people
from corridor.kernel.people import pages
from corridor.kernel.people.acts.second_verification import awaits_second
from corridor.kernel.people.forms import VerificationForm
from corridor.kernel.people.forms_queue import QueueForm
from corridor.kernel.people.models import Claim, Verification
from corridor.kernel.people.reads import claim_for
from corridor.kernel.people.tables import QUEUE
from corridor.kernel.people.waiting import QueueFilter, next_waiting, waiting_claims
from corridor.kernel.sorting import Sorting
from corridor.kernel.tables import api as tables
from corridor.kernel.undoing import say_done

PAGE_LENGTH = 50
QUEUE_ORDER = Sorting(
    columns={"said": "stated_at", "kind": "kind", "person": "person__full_name"}, usual="said"
)


@require_GET
@login_required
def queue(request: HttpRequest) -> HttpResponseBase:
    """What waits, oldest first; filters live in the address, and the list as a file."""
    actor = acting(request)
    may(actor, "people.verify")
    form = QueueForm(request.GET)
    wanted = form.wanted()
    found = QUEUE_ORDER.of(waiting_claims(wanted), request.GET)
    if answer := tables.asked_for(request, QUEUE, found):
        return answer
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "sort": QUEUE_ORDER.asked(request.GET),
        "rows": [(pages.told(claim), claim) for claim in page],
        "query": wanted.query(),
        "wanted": wanted,
    }
    return render(request, "people/queue.html", context)


def latest(claim: Claim) -> Verification | None:
    return claim.verifications.filter(undone_at=None).last()


@require_http_methods(["GET", "POST"])
@login_required
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Decide on one; the next one opens."""
    actor = acting(request)
    may(actor, "people.verify")
    claim = claim_for(actor, number)
    wanted = QueueForm(request.GET).wanted()
    form = VerificationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = people.verify_claim(actor=actor, claim=claim, draft=form.value)
        except people.Unreadable as refused:
            for problem in refused.problems:
                form.add_error(problem.field, problem.sentence)
        except people.PeopleError as error:
            form.add_error(None, str(error))
        else:
            return go_on(request, actor, claim, wanted, told=told(made))
    people.look_at(actor=actor, person=claim.person, page="verification")
    decision = latest(claim)
    context = {
        "form": form,
        "claim": claim,
        "said": pages.told(claim),
        "facts": pages.facts_about(claim.person),
        "decision": decision,
        "may_second": decision is not None
        and awaits_second(decision)
        and decision.decided_by_id != actor.user_id,
        "awaits_second": decision is not None and awaits_second(decision),
        "is_picture": claim.evidence is not None and claim.evidence.media_type.startswith("image/"),
        "query": wanted.query(),
    }
    return render(request, "people/queue_claim.html", context, status=422 if form.errors else 200)


def told(made: Verification) -> str:
    if awaits_second(made):
        return _("Written down. It counts once a second officer has confirmed it.")
    return _("The decision is written down; the person can read it.")


def go_on(
    request: HttpRequest, actor: Actor, claim: Claim, wanted: QueueFilter, *, told: str
) -> HttpResponse:
    """Say what was done, with a way to undo it on that page; open the next."""
    undo = reverse("people.queue_step", kwargs={"number": claim.pk, "step": "undo"})
    say_done(request, told, undo=undo)
    request.session["people.decided"] = claim.pk
    following = next_waiting(wanted, claim, but=actor.user_id)
    page = (
        reverse("people.queue_claim", kwargs={"number": following.pk})
        if following
        else reverse("people.queue")
    )
    query = wanted.query()
    return redirect(f"{page}?{query}" if query else page)


@require_POST
@login_required
def change(request: HttpRequest, number: int, step: str) -> HttpResponse:
    """Confirm as the second officer, or undo the last decision."""
    actor = acting(request)
    may(actor, "people.verify")
    claim = claim_for(actor, number)
    decision = latest(claim)
    if decision is None or step not in {"second", "undo"}:
        raise Http404
    wanted = QueueForm(request.GET).wanted()
    if step == "undo":
        people.undo_decision(actor=actor, verification=decision)
        messages.success(request, _("Undone: it stands as before."))
        return redirect("people.queue_claim", number=claim.pk)
    people.second_verification(actor=actor, verification=decision)
    return go_on(request, actor, claim, wanted, told=_("Confirmed: it counts from now on."))
