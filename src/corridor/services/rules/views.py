"""Public pages of the rules: the list, a table in words, asking it, its versions."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from corridor.engines import rules
from corridor.kernel.actors.api import acting, can
from corridor.kernel.places.api import in_language
from corridor.services.rules import exporting, reads, wording
from corridor.services.rules.errors import DayNotCovered, FactsNotUsable
from corridor.services.rules.forms import FACT, AskForm, WantedForm
from corridor.services.rules.models import RuleTable, TableVersion

PAGE_LENGTH = 50


@require_GET
def tables(request: HttpRequest) -> HttpResponse:
    form = WantedForm(request.GET)
    found = Paginator(reads.tables(form.wanted()), PAGE_LENGTH)
    page = found.get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "cards": [card(one) for one in page]}
    return render(request, "rules/tables.html", context)


def card(table: RuleTable) -> dict[str, object]:
    version = table.current
    assert version is not None  # noqa: S101 - the list holds only such
    return {
        "table": table,
        "title": in_language(table.title),
        "subject": in_language(table.pack_title),
        "version": version,
        "stale": reads.is_stale(version, timezone.localdate()),
    }


def shown(version: TableVersion) -> dict[str, object]:
    """What stands at the head of every page of a table."""
    read = reads.table_of(version)
    return {
        "table": version.table,
        "version": version,
        "read": read,
        "title": in_language(read.title),
        "subject": in_language(version.table.pack_title),
        "stale": reads.is_stale(version, timezone.localdate()),
        "is_current": version.table.current_id == version.pk,
    }


@require_GET
def table(request: HttpRequest, code: str, number: int = 0) -> HttpResponseBase:
    """What is in force now, or one version by its number; `format=` gives it as a file."""
    version = reads.version_called(acting(request), code, number=number)
    if answer := exporting.as_file(request, version):
        return answer
    context = shown(version)
    read = context["read"]
    assert isinstance(read, rules.Table)  # noqa: S101 - put there above
    context |= {
        "rows": wording.rows(read),
        "inputs": [in_language(each.label) for each in read.inputs.values()],
        "may_propose": can(acting(request), "rules.propose"),
    }
    return render(request, "rules/table.html", context)


@require_GET
def versions(request: HttpRequest, code: str) -> HttpResponse:
    actor = acting(request)
    found = reads.table_called(actor, code)
    page = Paginator(reads.versions(actor, found), PAGE_LENGTH).get_page(request.GET.get("page"))
    rows = [{"version": one, "changes": wording.changes(reads.changes(one))} for one in page]
    context = {"table": found, "title": in_language(found.title), "page": page, "rows": rows}
    return render(request, "rules/versions.html", context)


@require_GET
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """A GET form: its address is the question, and with a digest in it also the answer for ever."""
    digest = request.GET.get("version", "")
    version = reads.version_called(acting(request), code, digest=digest)
    context = shown(version)
    read = reads.table_of(version)
    today = timezone.localdate()
    asked = "in_force" in request.GET
    form = AskForm(
        read, request.GET if asked else None, initial={"in_force": today, "known": today}
    )
    if asked and form.is_valid():
        facts, days = form.facts(), form.days(today)
        try:
            found = reads.ask(version, facts, in_force=days["in_force"], known=days["known"])
        except FactsNotUsable as refused:
            form.refuse(refused.faults)
        except DayNotCovered as refused:
            form.add_error("in_force", str(refused))
        else:
            link = request.build_absolute_uri(permalink(version, form, days))
            context |= {"answer": wording.answer(read, found), "permalink": link, **days}
    context |= {"form": form, "digest": digest}
    return render(request, "rules/ask.html", context, status=422 if form.errors else 200)


def permalink(version: TableVersion, form: AskForm, days: dict[str, date]) -> str:
    """The address of an answer: the version by its digest, the facts as given, both days."""
    query = {
        name: form.data[name]
        for name in form.fields
        if name.startswith(FACT) and form.data.get(name)
    }
    query |= {name: each.isoformat() for name, each in days.items()}
    query["version"] = version.digest
    return f"{reverse('rules.ask', args=[version.table.code])}?{urlencode(query)}"
