"""An employer's own vacancies: write, check over, send, change, close."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_stubs_ext import StrOrPromise

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import applicants, changing, describe, reads
from corridor.departure.jobs.forms import StatusForm
from corridor.departure.jobs.forms_hiring import PART_TITLES, PARTS, NewForm, PartForm
from corridor.departure.jobs.tables import VACANCIES
from corridor.kernel.actors.api import Actor, CorridorError, acting, can, may
from corridor.kernel.organisations import api as organisations
from corridor.kernel.tables import api as tables
from corridor.kernel.undoing import say_done

PAGE_LENGTH = 50


@require_GET
@login_required
def hiring(request: HttpRequest) -> HttpResponseBase:
    """Every vacancy of one's organisations, with what waits for whom."""
    actor = acting(request)
    may(actor, "jobs.hire")
    form = StatusForm(request.GET)
    found = reads.of_actor(actor)
    counts = reads.counts_by_status(found)
    if form.chosen():
        found = found.filter(status=form.chosen())
    if answer := tables.asked_for(request, VACANCIES, found):
        return answer
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "cards": describe.cards(list(page)),
        "counts": counts,
        "employers": list(organisations.employers_of(actor)),
        "organisations": list(organisations.organisations_of(actor)),
        "shared": list(applicants.shares_for(actor)),
        "times": applicants.times(reads.of_actor(actor)),
        "fills": applicants.days_to_fill(reads.of_actor(actor)),
    }
    return render(request, "jobs/hiring.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def new(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    may(actor, "jobs.hire")
    if not organisations.employers_of(actor).exists():
        return render(request, "jobs/no_employer.html", {})
    form = NewForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        made: list[jobs.Vacancy] = []
        if tried(form, lambda: made.append(jobs.post_vacancy(actor=actor, draft=form.written()))):
            return redirect("jobs.hiring_occupation", number=made[0].number)
    context = {"form": form, "title": _("A new vacancy"), "action": _("Go on")}
    return render(request, "jobs/form.html", context, status=422 if form.errors else 200)


def tried(form: Any, act: Callable[[], Any], *, but: type[CorridorError] | tuple[()] = ()) -> bool:
    """Whether the act was done; a refusal, `but` for that kind, becomes the form's error."""
    try:
        act()
    except but:
        raise
    except jobs.VacancyRefused as refused:
        for finding in refused.findings:
            known = finding.field if finding.field in form.fields else None
            form.add_error(known, str(finding.sentence))
        return False
    except CorridorError as refused:
        form.add_error(None, str(refused))
        return False
    return True


@require_GET
@login_required
def own_vacancy(request: HttpRequest, number: str) -> HttpResponse:
    """Where a vacancy of one's own stands, and what can be done next."""
    actor = acting(request)
    found = reads.own_by_number(actor, number)
    waiting = reads.waiting_amendment(found)
    context = {
        **describe.cards([found])[0],
        "facts": jobs.described(found),
        "faults": describe.faults(found),
        "missing": describe.missing(found),
        "parts": PART_TITLES.items(),
        "may_reopen": reads.can_reopen(found) and can(actor, "jobs.reopen", found),
        "waiting": waiting,
        "waiting_changes": changing.told(waiting.changes) if waiting else [],
        "history": [(each, changing.told(each.changes)) for each in jobs.history(found)],
    }
    return render(request, "jobs/own_vacancy.html", context)


@require_GET
@login_required
def preview(request: HttpRequest, number: str) -> HttpResponse:
    """The page as everybody will read it."""
    found = reads.own_by_number(acting(request), number)
    context = {**describe.cards([found])[0], "facts": jobs.described(found), "is_preview": True}
    return render(request, "jobs/vacancy.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: HttpRequest, number: str, part: str) -> HttpResponse:
    """One part of a draft; of a published vacancy, the same form asks for other terms."""
    if part not in PARTS:
        raise Http404
    actor = acting(request)
    found = reads.own_by_number(actor, number)
    draft = jobs.draft_of(found)
    form = PARTS[part](request.POST or None, actor=actor, draft=draft)
    theirs: list[dict[str, Any]] = []
    if request.method == "POST" and form.is_valid():
        said = request.POST.get("revision", "")
        revision = int(said) if said.isdecimal() and len(said) < 9 else 0
        if revision != found.revision and form.written() != draft:
            theirs = changing.told(each.as_json() for each in jobs.changes(draft, form.written()))
        if saved(request, actor, found, form, revision):
            following = following_part(part)
            if "next" in request.POST and following:
                return redirect("jobs.hiring_edit", number=number, part=following)
            return redirect("jobs.hiring_vacancy", number=number)
    context = {
        "form": form,
        "vacancy": found,
        "part": part,
        "parts": PART_TITLES.items(),
        "title": PART_TITLES[part],
        "following": following_part(part),
        "theirs": theirs,
    }
    return render(request, "jobs/edit.html", context, status=422 if form.errors else 200)


def following_part(part: str) -> str:
    names = list(PARTS)
    place = names.index(part) + 1
    return names[place] if place < len(names) else ""


def saved(
    request: HttpRequest, actor: Actor, found: jobs.Vacancy, form: PartForm, revision: int
) -> bool:
    """Whether it was kept: a draft changed, or other terms asked for; a refusal is the form's."""
    try:
        if found.status == jobs.Status.PUBLISHED:
            asked = jobs.amend_vacancy(
                actor=actor, vacancy=found, draft=form.written(), revision=revision
            )
            waits = asked.state == jobs.AmendmentState.WAITING
            messages.success(request, WAITS if waits else IN_FORCE)
        else:
            jobs.change_vacancy(actor=actor, vacancy=found, draft=form.written(), revision=revision)
            messages.success(request, _("Saved."))
    except jobs.VacancyRefused as refused:
        form.take(refused.findings)
        return False
    except CorridorError as refused:
        form.add_error(None, str(refused))
        return False
    return True


WAITS = gettext_lazy(
    "Some of this is worse for workers, so an officer checks it first. Until then the old terms "
    "stand."
)
IN_FORCE = gettext_lazy("The new terms count from now on; the page says what changed.")
Done = tuple[StrOrPromise, Callable[..., Any]]
ACTS: dict[str, Done] = {
    "submit": (gettext_lazy("Sent. An officer reads it next."), jobs.submit_vacancy),
    "take-back": (gettext_lazy("It is a draft again."), jobs.take_back_vacancy),
    "discard": (gettext_lazy("The draft is thrown away."), jobs.discard_vacancy),
    "copy": (gettext_lazy("This is a copy: change what is different."), jobs.copy_vacancy),
    "close": (gettext_lazy("The vacancy is closed."), jobs.close_vacancy),
    "fill": (
        gettext_lazy("The vacancy is closed as filled."),
        lambda **given: jobs.close_vacancy(**given, filled=True),
    ),
    "reopen": (
        gettext_lazy("The vacancy is open again. Those who applied are told."),
        jobs.reopen_vacancy,
    ),
    "withdraw-terms": (
        gettext_lazy("The other terms are taken back."),
        lambda *, actor, vacancy: jobs.withdraw_amendment(
            actor=actor, amendment=reads.amendment_waiting(vacancy)
        ),
    ),
}


@require_POST
@login_required
def act(request: HttpRequest, number: str, verb: str) -> HttpResponse:
    """One verb on a vacancy of one's own."""
    if verb not in ACTS:
        raise Http404
    actor = acting(request)
    found = reads.own_by_number(actor, number)
    done, do = ACTS[verb]
    try:
        made = do(actor=actor, vacancy=found)
    except jobs.VacancyRefused as refused:
        for finding in refused.findings:
            messages.error(request, str(finding.sentence))
        return redirect("jobs.hiring_vacancy", number=number)
    if verb in {"close", "fill"} and can(actor, "jobs.reopen", made):
        undo = reverse("jobs.hiring_act", kwargs={"number": number, "verb": "reopen"})
        say_done(request, str(done), undo=undo)
    else:
        messages.success(request, done)
    if verb == "discard":
        return redirect("jobs.hiring")
    shown = made if verb == "copy" else found
    return redirect("jobs.hiring_vacancy", number=shown.number)
