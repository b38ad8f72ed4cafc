"""The guided registration: one thing per page, saved as one goes, on any device."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from corridor.kernel.accounts.api import User
from corridor.kernel.actors.api import Actor, acting, may
from corridor.kernel.people import api as people
from corridor.kernel.people import pages, pickers
from corridor.kernel.people.acts.pass_over import finish_start, pass_over
from corridor.kernel.people.forms import CLAIM_FORMS
from corridor.kernel.people.forms_start import (
    ConsentForm,
    PartOfDetailsForm,
    ShortOccupationForm,
    ShortSkillForm,
    SuggestedForm,
)
from corridor.kernel.people.kinds import Kind, Skill
from corridor.kernel.people.models import Claim, Person
from corridor.kernel.people.start_steps import BY_NAME, STEPS, Progress, Step, progress_of
from corridor.kernel.people.suggesting import suggested_skills

DETAILS = ("name", "birth", "contact")
PAPERS = (Kind.QUALIFICATION, Kind.LICENCE, Kind.EXPERIENCE, Kind.LANGUAGE, Kind.OCCUPATION)
SHORT = {Kind.OCCUPATION: ShortOccupationForm, Kind.SKILL: ShortSkillForm}
Answer = HttpResponse | dict[str, Any]


@require_GET
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """Where one left off, on whichever device."""
    actor = acting(request)
    may(actor, "people.own_profile")
    return onward(progress_of(people.person_of(actor)).next)


def onward(name: str | None) -> HttpResponse:
    return redirect("people.start_step", name=name) if name else redirect("people.start_done")


@require_http_methods(["GET", "POST"])
@login_required
def step(request: HttpRequest, name: str) -> HttpResponse:
    actor = acting(request)
    may(actor, "people.own_profile")
    if (asked := BY_NAME.get(name)) is None:
        raise Http404
    person = people.person_of(actor)
    progress = progress_of(person)
    if person is None and name != "name":
        return redirect("people.start_step", name="name")
    do = request.POST.get("do", "")
    if person is not None and do in {"skip", "next"}:
        if do == "skip" and name not in progress.done:
            pass_over(actor=actor, person=person, step=name)
        return onward(progress.after(name))
    answer = handler_of(asked)(request, actor, person, asked)
    if isinstance(answer, HttpResponse):
        return answer
    return shown(request, person, asked, progress, answer)


def shown(
    request: HttpRequest, person: Person | None, asked: Step, progress: Progress, more: Answer
) -> HttpResponse:
    place = STEPS.index(asked) + 1
    context: dict[str, Any] = {
        "step": asked,
        "place": place,
        "count": len(STEPS),
        "steps": [
            (each, each.name in progress.done, each.name in progress.skipped) for each in STEPS
        ],
        "is_done": asked.name in progress.done,
        "before": STEPS[place - 2].name if place > 1 else "",
        "said": said_of(person, asked.kind),
        **(more if isinstance(more, dict) else {}),
    }
    wrong = any(form.errors for form in (context.get("form"), context.get("ticking")) if form)
    return render(request, "people/start.html", context, status=422 if wrong else 200)


def said_of(person: Person | None, kind: Kind | None) -> list[pages.Told]:
    if person is None or kind is None:
        return []
    current = person.claims.filter(kind=kind, status="current").prefetch_related("verifications")
    return [pages.told(claim) for claim in current.order_by("pk")]


def details(request: HttpRequest, actor: Actor, person: Person | None, asked: Step) -> Answer:
    form = PartOfDetailsForm(
        request.POST or None, step=asked.name, person=person, known=known_of(request)
    )
    if request.method == "POST" and form.is_valid():
        if person is None:
            person = people.register_person(actor=actor, draft=form.value)
        else:
            people.change_details(actor=actor, person=person, draft=form.value)
        return onward(progress_of(person).after(asked.name))
    return {"form": form}


def known_of(request: HttpRequest) -> dict[str, Any]:
    """What the account knows already: nobody writes it twice."""
    user = request.user
    if not isinstance(user, User):
        return {}
    return {"full_name": user.display_name, "email": user.email or "", "phone": user.phone or ""}


def saying(request: HttpRequest, actor: Actor, person: Person | None, asked: Step) -> Answer:
    """A step that adds claims of one kind, one after the other."""
    kind = asked.kind
    if person is None or kind is None:
        raise Http404
    picked = pickers.picked(kind, request.GET)
    searching = kind in pickers.SEARCHES and picked is None
    chosen = SHORT[kind] if kind in SHORT and picked else CLAIM_FORMS[kind]
    form = chosen(request.POST if has_form(request) else None, initial=picked)
    if has_form(request) and form.is_valid():
        people.add_claim(actor=actor, person=person, value=form.value)
        more = request.POST.get("do") == "more"
        return onward(asked.name if more else progress_of(person).after(asked.name))
    if not searching or form.errors:
        return {"form": form, "can_add_more": True, "picked": picked}
    return {"finding": pickers.page(kind, request.GET)}


def has_form(request: HttpRequest) -> bool:
    return request.method == "POST" and request.POST.get("do") != "tick"


def skills(request: HttpRequest, actor: Actor, person: Person | None, asked: Step) -> Answer:
    """Skills: those of one's occupation to tick, and any other by name."""
    if person is None:
        raise Http404
    needs = suggested_skills(person)
    labels = {need.skill.uri: need.label for need in needs}
    is_ticked = request.POST.get("do") == "tick"
    ticking = SuggestedForm(request.POST if is_ticked else None, suggested=list(labels.items()))
    if is_ticked and ticking.is_valid():
        for uri in ticking.cleaned_data["skills"]:
            people.add_claim(actor=actor, person=person, value=Skill(label=labels[uri], esco=uri))
        return onward(progress_of(person).after(asked.name))
    answer = saying(request, actor, person, asked)
    if isinstance(answer, dict) and "finding" in answer:
        answer["ticking"] = ticking if labels else None
    return answer


def family(request: HttpRequest, actor: Actor, person: Person | None, _asked: Step) -> Answer:
    if person is not None and request.POST.get("do") == "family":
        if people.membership_of(person) is None:
            people.start_family(actor=actor, person=person)
        return redirect("people.family")
    return {"own_family": people.membership_of(person) if person else None}


def papers(_request: HttpRequest, _actor: Actor, person: Person | None, _asked: Step) -> Answer:
    if person is None:
        raise Http404
    provable = person.claims.filter(status="current").exclude(kind__in=["availability", "wish"])
    found = sorted(provable.select_related("evidence"), key=lambda each: (placed(each), each.pk))
    return {"papers": [pages.told(each) for each in found]}


def placed(claim: Claim) -> int:
    """What papers are made for comes first."""
    return PAPERS.index(claim.kind) if claim.kind in PAPERS else len(PAPERS)


def consent(request: HttpRequest, actor: Actor, person: Person | None, asked: Step) -> Answer:
    if person is None:
        raise Http404
    standing = [each.purpose for each in person.consents.filter(withdrawn_at=None)]
    form = ConsentForm(request.POST or None, initial={"purposes": standing})
    if request.method == "POST" and form.is_valid():
        chosen = form.chosen()
        people.give_consents(actor=actor, person=person, purposes=chosen)
        for purpose in set(standing) - {str(each) for each in chosen}:
            people.withdraw_consent(actor=actor, person=person, purpose=people.Purpose(purpose))
        if not chosen:
            pass_over(actor=actor, person=person, step=asked.name)
        return onward(progress_of(person).after(asked.name))
    return {"form": form}


def handler_of(asked: Step) -> Callable[[HttpRequest, Actor, Person | None, Step], Answer]:
    if asked.name in DETAILS:
        return details
    special = {"skills": skills, "family": family, "documents": papers, "consent": consent}
    return special.get(asked.name, saying)


@require_GET
@login_required
def done(request: HttpRequest) -> HttpResponse:
    """The end: what is there, what is missing, and what it would open up."""
    actor = acting(request)
    may(actor, "people.own_profile")
    person = people.person_of(actor)
    if person is None:
        return redirect("people.start")
    finish_start(actor=actor, person=person)
    progress = progress_of(person)
    context = {
        "person": person,
        "missing": progress.missing,
        "done": len(progress.done),
        "count": len(STEPS),
        "in_pool": people.in_matching(Person.objects.filter(pk=person.pk)).exists(),
    }
    return render(request, "people/start_done.html", context)
