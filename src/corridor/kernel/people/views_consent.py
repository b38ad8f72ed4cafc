"""What one agreed to, purpose by purpose; and that a profile still holds."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import acting, may
from corridor.kernel.people import api as people
from corridor.kernel.people.acts.confirm_profile import person_of_link, rests_on
from corridor.kernel.people.consenting import choices_of
from corridor.kernel.people.views import worker
from corridor.kernel.undoing import say_done

OPPOSITE = {"give": "withdraw", "withdraw": "give"}


@require_GET
@login_required
def consent(request: HttpRequest) -> HttpResponse:
    _actor, person = worker(request)
    choices = choices_of(person)
    history = sorted(
        (each for choice in choices for each in choice.history),
        key=lambda each: each.given_at,
        reverse=True,
    )
    context = {"choices": choices, "history": history}
    return render(request, "people/consent.html", context)


@require_POST
@login_required
def choose(request: HttpRequest, purpose: str, step: str) -> HttpResponse:
    """Agree to one purpose, or take it back."""
    actor, person = worker(request)
    if purpose not in people.Purpose.values or step not in OPPOSITE:
        raise Http404
    asked = people.Purpose(purpose)
    if step == "give":
        people.give_consents(actor=actor, person=person, purposes=[asked])
        sentence = _("Thank you: you agreed. It counts from now on.")
    else:
        people.withdraw_consent(actor=actor, person=person, purpose=asked)
        sentence = _("Taken back. It counts from now on.")
    say_done(request, sentence, undo=reverse("people.choose", args=[purpose, OPPOSITE[step]]))
    return redirect("people.consent")


@require_POST
@login_required
def choose_for(request: HttpRequest, reference: str, purpose: str, step: str) -> HttpResponse:
    """At the desk: write down what the person told us they agree to, or take back."""
    actor = acting(request)
    may(actor, "people.pool")
    person = people.for_actor(actor, reference)
    if purpose not in people.Purpose.values or step not in OPPOSITE:
        raise Http404
    asked = people.Purpose(purpose)
    if step == "give":
        people.give_consents(actor=actor, person=person, purposes=[asked])
        sentence = _("Written down: they agree. The person reads that you wrote it.")
    else:
        people.withdraw_consent(actor=actor, person=person, purpose=asked)
        sentence = _("Written down: they take it back. It counts from now on.")
    undo = reverse("people.choose_for", args=[reference, purpose, OPPOSITE[step]])
    say_done(request, sentence, undo=undo)
    return redirect("people.person", reference=person.reference)


@require_POST
@login_required
def confirm_all(request: HttpRequest) -> HttpResponse:
    """All of the profile still holds."""
    actor, person = worker(request)
    people.confirm_profile(actor=actor, person=person)
    messages.success(request, _("Thank you: your profile is up to date."))
    return redirect("people.profile")


@require_http_methods(["GET", "POST"])
@never_cache
def confirm_by_link(request: HttpRequest, code: str) -> HttpResponse:
    """Where a reminder's link leads: one tap, no sign-in. Only its button confirms."""
    if request.method == "POST":
        people.confirm_by_link(actor=acting(request), code=code)
        return render(request, "people/still_so.html", {"is_done": True})
    person = person_of_link(code)
    return render(request, "people/still_so.html", {"rests_on": rests_on(person)})
