"""The components: `{% load ui %}`, then `{% field form.name %}`; shown live at /design.

A component that wraps content is a block: `{% notice tone="warn" %}…{% endnotice %}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms, template
from django.conf import settings
from django.contrib.messages.storage.base import Message
from django.core.paginator import Page
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString
from django_stubs_ext import StrOrPromise

from corridor.kernel import script
from corridor.kernel.tables.api import FORMATS
from corridor.kernel.undoing import undo_of
from corridor.site import formats
from corridor.site.templatetags import ui_figures
from corridor.site.templatetags.ui_figures import checked

register = template.Library()
register.tags.update(ui_figures.register.tags)
# A filter form of more fields than MOST shows FIRST, and folds the rest.
FILTERS_MOST, FILTERS_FIRST = 5, 3
Context = dict[str, Any]


def pairs(items: Sequence[Any]) -> list[tuple[Any, Any]]:
    """label, url, label, url, … and perhaps a last label alone."""
    padded = [*items, ""] if len(items) % 2 else list(items)
    return list(zip(padded[::2], padded[1::2], strict=True))


# Page


@register.simple_block_tag
def page_header(content: str, title: StrOrPromise, lead: StrOrPromise = "") -> SafeString:
    """The one h1 of a page, a sentence under it, and its actions."""
    context = {"title": title, "lead": lead, "content": SafeString(content.strip())}
    return render_to_string("ui/page_header.html", context)


@register.inclusion_tag("ui/breadcrumbs.html")
def breadcrumbs(*items: Any) -> Context:
    """Where this page lies: label, url, …, and last the page's own label."""
    return {"items": pairs(items)}


@register.inclusion_tag("ui/tabs.html", takes_context=True)
def tabs(context: template.RequestContext, *items: Any) -> Context:
    """Views of one thing, as links; the one whose address is shown now is marked."""
    request = context["request"]
    here = {request.path, request.get_full_path()}
    found = [{"label": label, "url": url, "current": url in here} for label, url in pairs(items)]
    return {"items": found}


@register.simple_block_tag
def toolbar(content: str, summary: StrOrPromise = "") -> SafeString:
    """Over a table or a list: what it holds, and what can be done with it."""
    return render_to_string("ui/toolbar.html", {"content": content, "summary": summary})


@register.inclusion_tag("ui/exports.html", takes_context=True)
def exports(context: template.RequestContext) -> Context:
    """Links that give this same list, filters and all, as a file; the view asks kernel.tables."""
    given = [(kind, with_query(context, format=kind, page=None)) for kind in FORMATS]
    return {"items": [(kind.upper(), url) for kind, url in given]}


def with_query(context: template.RequestContext, **changes: Any) -> str:
    """This page's address with these parts of its query changed; None takes one away."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        if value is None:
            query.pop(key, None)
        else:
            query[key] = str(value)
    return f"?{query.urlencode()}"


# Forms


@register.simple_tag(takes_context=True)
def field(context: Any, bound: forms.BoundField, hint: StrOrPromise = "") -> SafeString:
    """A field with its label, hint, errors and the aria that ties them together.

    What was typed before a session ended (kernel.accounts.kept) stands in a form not sent yet.
    """
    fill(bound, getattr(getattr(context, "request", None), "kept", None))
    if bound.is_hidden:
        return bound.as_hidden()
    hint = hint or bound.help_text
    told = [f"{bound.auto_id}_hint"] if hint else []
    told += [f"{bound.auto_id}_error"] if bound.errors else []
    described_by = " ".join(told)
    widget = bound.field.widget
    extra: dict[str, Any] = {}
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        kind = "group"
    else:
        kind = "choice" if isinstance(widget, forms.CheckboxInput) else "text"
        extra = {"aria-describedby": described_by} if described_by else {}
        extra |= {"aria-invalid": "true"} if bound.errors else {}
    control = bound.as_widget(attrs=extra)
    shown = {"field": bound, "control": control, "hint": hint, "described_by": described_by}
    return render_to_string(f"ui/field_{kind}.html", shown)


def fill(bound: forms.BoundField, kept: QueryDict | None) -> None:
    if kept is None or bound.form.is_bound or isinstance(bound.field.widget, forms.FileInput):
        return
    has_none_when_empty = isinstance(bound.field, forms.BooleanField)
    if bound.html_name in kept or has_none_when_empty:
        widget = bound.field.widget
        bound.initial = widget.value_from_datadict(kept, MultiValueDict(), bound.html_name)


@register.inclusion_tag("ui/fields.html")
def fields(form: forms.BaseForm) -> Context:
    """The error summary and every field of a form, in order."""
    return {"form": form}


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: forms.BaseForm) -> Context:
    """Everything wrong with a form, each a link to its field."""
    lines = []
    for name, messages in form.errors.items():
        bound = form[name] if name in form.fields else None
        target = bound.id_for_label or bound.auto_id if bound else ""
        label = bound.label if bound else ""
        lines += [(target, label, message) for message in messages]
    return {"lines": lines}


@register.inclusion_tag("ui/filters.html", takes_context=True)
def filters(context: template.RequestContext, form: forms.BaseForm) -> Context:
    """A GET form over a list: its fields, Apply, and Clear when something is set.

    Of many fields all but the first are folded until one of them is set: on a phone the list itself
    comes first.
    """
    request = context["request"]
    fields = form.visible_fields()
    shown = FILTERS_FIRST if len(fields) > FILTERS_MOST else len(fields)
    return {
        "form": form,
        "path": request.path,
        "is_set": any(value for name, value in request.GET.items() if name != "sort"),
        "sort": request.GET.get("sort", ""),
        "first": fields[:shown],
        "more": fields[shown:],
        "is_narrowed": any(request.GET.get(field.html_name) for field in fields[shown:]),
    }


@register.inclusion_tag("ui/exit.html")
def exit_page() -> Context:
    """Leave this page quickly, for pages that somebody looking over a shoulder should not see."""
    return {"url": settings.CORRIDOR_EXIT_URL}


# Words and states


@register.inclusion_tag("ui/tag.html")
def tag(text: StrOrPromise, tone: str = "neutral") -> Context:
    """One word about a thing: verified, closed, expired. The word says it; colour only helps."""
    return {"text": text, "tone": checked(tone)}


@register.simple_block_tag
def notice(content: str, tone: str = "info", title: StrOrPromise = "") -> SafeString:
    """Something to know before going on. A bad one is announced at once."""
    context = {"content": content, "tone": checked(tone), "title": title}
    return render_to_string("ui/notice.html", context)


@register.inclusion_tag("ui/faults.html")
def faults(found: Sequence[Any], kept: StrOrPromise = "", total: int = 0) -> Context:
    """What is wrong with a table that came in, by row and column; nothing where nothing is.

    `found` are tables.Fault, or anything with row, column (or field) and sentence, as a mapping
    too; `kept` says what became of the file, `total` how many there are if not all are given.
    """

    def of(one: Any, *names: str) -> Any:
        told = one if isinstance(one, Mapping) else vars(one)
        return next((told[name] for name in names if name in told), "")

    rows = [
        {
            "row": of(one, "row"),
            "column": of(one, "column", "field"),
            "sentence": of(one, "sentence"),
        }
        for one in found
    ]
    total = max(total, len(rows))
    return {"rows": rows, "kept": kept, "total": total, "more": total > len(rows)}


@register.inclusion_tag("ui/done.html", takes_context=True)
def done(
    context: template.RequestContext, sentence: StrOrPromise, tone: str = "good", undo: str = ""
) -> Context:
    """What was just done, and a button that undoes it where there is a way (kernel.undoing)."""
    shown = {"sentence": sentence, "tone": checked(tone), "undo": undo}
    return shown | {"csrf_token": context.get("csrf_token")}


@register.inclusion_tag("ui/act.html", takes_context=True)
def act(
    context: template.RequestContext,
    words: StrOrPromise,
    address: str,
    look: str = "",
    about: StrOrPromise = "",
) -> Context:
    """A button that does one thing by itself, also in a row of a table: it posts to `address`.

    `look` is second, danger or plain; `about` says for ears which row it is for.
    """
    if look not in {"", "second", "danger", "plain"}:
        raise ValueError(f"A button looks second, danger or plain, not {look}.")
    if not address:
        raise ValueError(f"The button {words} leads nowhere.")  # {% url … as %} is silent
    shown = {"words": words, "address": address, "look": look, "about": about}
    return shown | {"csrf_token": context.get("csrf_token")}


@register.simple_block_tag
def nothing(content: str, title: StrOrPromise) -> SafeString:
    """An empty list: why there is nothing, and what to do about it."""
    return render_to_string("ui/nothing.html", {"content": content, "title": title})


@register.inclusion_tag("ui/summary_list.html")
def summary_list(rows: Iterable[tuple[StrOrPromise, Any]]) -> Context:
    """Facts about one thing: label and value. In templates: `<dl class="summary">`."""
    return {"rows": rows}


@register.inclusion_tag("ui/stats.html")
def stats(*items: Any) -> Context:
    """A few large numbers: label, number, label, number, …"""
    return {"items": pairs(items)}


@register.inclusion_tag("ui/steps.html")
def steps(items: Iterable[Any], current: int = 0) -> Context:
    """The steps of a procedure, numbered from one; those before `current` are past.

    An item is a title, or a pair of title and text. `current=0` marks none.
    """
    found = []
    for place, item in enumerate(items, 1):
        title, text = item if isinstance(item, tuple | list) else (item, "")
        found.append({"title": title, "text": text, "past": place < current, "place": place})
    return {"items": found, "current": current}


# Lists and tables


@register.simple_block_tag
def table(content: str, label: StrOrPromise) -> SafeString:
    """A table that may scroll by itself on a small screen; `label` names it for everyone."""
    return render_to_string("ui/table.html", {"content": content, "label": label})


@register.inclusion_tag("ui/sortable.html", takes_context=True)
def sortable(
    context: template.RequestContext, name: str, label: StrOrPromise, kind: str = ""
) -> Context:
    """The head of a column a list sorts by (kernel.sorting); `sort` is what it is sorted by.

    Following it sorts by that column, and again the other way round; the filters stay.
    """
    now = context.get("sort", "")
    is_up = now == name
    direction = "ascending" if is_up else "descending" if now == f"-{name}" else ""
    url = with_query(context, sort=f"-{name}" if is_up else name, page=None)
    return {"label": label, "kind": kind, "direction": direction, "url": url}


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def pagination(context: template.RequestContext, page: Page[Any]) -> Context:
    """Earlier and later pages of a list; the filters stay as they are."""
    back = page.previous_page_number() if page.has_previous() else None
    forward = page.next_page_number() if page.has_next() else None
    return {
        "page": page,
        "back": with_query(context, page=back) if back else "",
        "forward": with_query(context, page=forward) if forward else "",
    }


# Figures


@register.filter
def apart(text: object) -> str:
    """A phone number, e-mail or code, kept whole in a line that runs from the right."""
    return script.apart(text)


@register.filter
def in_own_digits(text: object) -> str:
    """A sentence with its numbers in the digits of the page's language; codes keep theirs."""
    return script.in_own_digits(str(text))


@register.filter
def number(value: float | Decimal | None, places: int | None = None) -> str:
    return formats.number(value, places)


@register.filter
def percent(share: float | Decimal | None, places: int = 0) -> str:
    return formats.percent(share, places)


@register.filter
def money(minor: int | None, currency: str) -> str:
    """`{{ offer.wage_minor|money:offer.currency }}`"""
    return formats.money(minor, currency)


@register.filter
def day(value: date | None) -> str:
    return formats.day(value)


@register.filter
def moment(value: datetime | None) -> str:
    return formats.moment(value)


@register.filter
def undo(message: Message) -> str:
    """Where one of Django's messages can be undone."""
    return undo_of(message)


MESSAGE_TONES = {"success": "good", "warning": "warn", "error": "bad"}


@register.filter
def as_tone(level: str) -> str:
    """The tone of one of Django's messages."""
    return MESSAGE_TONES.get(level, "info")
