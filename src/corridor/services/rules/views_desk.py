"""The desk of the rules: what waits, proposing, reading a version and deciding on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.engines import rules as engine
from corridor.kernel.accounts.api import User
from corridor.kernel.actors.api import Actor, acting, can, may
from corridor.kernel.places.api import in_language
from corridor.services.rules import api as rules
from corridor.services.rules import reads, wording
from corridor.services.rules.acts.propose_version import failed
from corridor.services.rules.forms_desk import ProposalForm, ReasonForm
from corridor.services.rules.models import PUBLIC
from corridor.services.rules.views import shown


def name_of(key: str) -> str:
    """What somebody of the record is called; empty for the machine and for who is gone."""
    kind, _colon, number = key.partition(":")
    if kind != "user":
        return ""
    return User.objects.filter(pk=number).values_list("display_name", flat=True).first() or ""


@require_GET
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """What waits for review, and which published tables are due to be looked at again."""
    actor = acting(request)
    may(actor, "rules.review")
    today = timezone.localdate()
    waiting = [
        {
            "version": one,
            "title": in_language(reads.table_of(one).title),
            "author": name_of(one.author_key),
            "own": one.author_key == actor.key,
        }
        for one in reads.waiting()
    ]
    stale = [
        {"table": one, "title": in_language(one.title), "review_by": one.current.review_by}
        for one in reads.tables().filter(current__review_by__lt=today)
        if one.current is not None
    ]
    return render(request, "rules/desk.html", {"waiting": waiting, "stale": stale})


@require_http_methods(["GET", "POST"])
@login_required
def propose(request: HttpRequest) -> HttpResponse:
    """Looked over first, then proposed: faults, differences and cases stand on the same page."""
    actor = acting(request)
    may(actor, "rules.propose")
    if request.method == "GET":
        return render(request, "rules/propose.html", {"form": begun(actor, request)})
    form = ProposalForm(request.POST, request.FILES)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        try:
            read = form.read()
            if "propose" in request.POST:
                version = rules.propose_version(
                    actor=actor,
                    table=read,
                    subject=form.cleaned_data["subject"],
                    note=form.cleaned_data["note"],
                )
                messages.success(request, _("Proposed; it waits for another person."))
                return redirect("rules.review", code=version.table.code, number=version.number)
            context |= looked_over(read)
            context["form"] = again(request.POST, read)
        except rules.ProposalRefused as refused:
            context["faults"] = refused.faults
        except rules.RulesError as refused:
            form.add_error(None, str(refused))
    wrong = bool(form.errors or context.get("faults"))
    return render(request, "rules/propose.html", context, status=422 if wrong else 200)


def begun(actor: Actor, request: HttpRequest) -> ProposalForm:
    """An empty form, or one that begins with the text of the table `?table=` names."""
    code = request.GET.get("table", "")
    found = reads.tables().filter(code=code).first()
    if found is None or found.current is None:
        return ProposalForm()
    return ProposalForm(initial={"table": found.code, "text": found.current.text})


def again(given: QueryDict, read: engine.Table) -> ProposalForm:
    """The form with what was read as its text, for a file is not sent a second time by itself."""
    return ProposalForm({**given.dict(), "text": engine.to_toml(read)})


def looked_over(read: engine.Table) -> dict[str, Any]:
    """What a table that loads would change, and how its cases come out."""
    known = rules.RuleTable.objects.select_related("current").filter(code=read.name).first()
    current = known.current if known is not None else None
    found = engine.compare(reads.table_of(current), read) if current is not None else []
    return {
        "read": read,
        "is_new": current is None,
        "changes": wording.changes(found),
        "cases": engine.run_cases(read),
        "failed": failed(read),
        "rows": wording.rows(read),
    }


@require_GET
@login_required
def review(request: HttpRequest, code: str, number: int) -> HttpResponse:
    actor = acting(request)
    may(actor, "rules.review")
    version = reads.version_called(actor, code, number=number)
    return answer(request, version, ReasonForm())


def answer(
    request: HttpRequest, version: rules.TableVersion, form: ReasonForm, status: int = 200
) -> HttpResponse:
    actor = acting(request)
    read = reads.table_of(version)
    own = version.author_key == actor.key
    waits = version.status == rules.Status.IN_REVIEW
    context = shown(version) | {
        "author": name_of(version.author_key),
        "reviewer": name_of(version.reviewer_key),
        "rows": wording.rows(read),
        "changes": wording.changes(reads.changes(version)),
        "is_new": reads.before(version) is None,
        "cases": engine.run_cases(read),
        "form": form,
        "waits": waits,
        "is_public": version.status in PUBLIC,
        "may_publish": waits and not own,
        "may_take_back": waits and can(actor, "rules.take_back", version),
        "may_withdraw": version.status == rules.Status.PUBLISHED,
    }
    return render(request, "rules/review.html", context, status=status)


@require_POST
@login_required
def decide(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Publish, send back, take back or withdraw, as the button says."""
    actor = acting(request)
    may(actor, "rules.review")
    version = reads.version_called(actor, code, number=number)
    form = ReasonForm(request.POST)
    if "publish" in request.POST:
        rules.publish_version(actor=actor, version=version)
        messages.success(request, _("Published; it is in force from now on."))
    elif "take_back" in request.POST:
        rules.take_back(actor=actor, version=version)
        messages.success(request, _("Taken back."))
    elif not form.is_valid():
        return answer(request, version, form, status=422)
    elif "withdraw" in request.POST:
        reason = form.cleaned_data["reason"]
        rules.withdraw_version(actor=actor, version=version, reason=reason)
        messages.success(request, _("Withdrawn; answers it gave stay readable."))
    else:
        rules.send_back(actor=actor, version=version, reason=form.cleaned_data["reason"])
        messages.success(request, _("Sent back."))
    return redirect("rules.review", code=code, number=number)
