"""Pages of messages: one's own, and the outbox at the desk."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.kernel.actors.api import acting, can, may
from corridor.kernel.messaging import reads
from corridor.kernel.messaging.acts.read import mark_read
from corridor.kernel.messaging.acts.retry import retry_message
from corridor.kernel.messaging.forms import OutboxFilter
from corridor.kernel.messaging.models import Message

PAGE_SIZE = 50


@login_required
def own_messages(request: HttpRequest) -> HttpResponse:
    """The reader's own messages; those new until now are marked as such once."""
    page = Paginator(reads.messages_of(acting(request)), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    new = {message.pk for message in page.object_list if message.read_at is None}
    mark_read(actor=acting(request))
    return render(request, "messaging/own.html", {"page": page, "new": new})


@login_required
def outbox(request: HttpRequest) -> HttpResponse:
    form = OutboxFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = reads.outbox(acting(request), **wanted)
    context = {
        "form": form,
        "page": Paginator(found, PAGE_SIZE).get_page(request.GET.get("page")),
        "counts": reads.counts_by_state(acting(request)),
        "may_retry": can(acting(request), "messaging.retry"),
    }
    return render(request, "messaging/outbox.html", context)


@login_required
@require_POST
def retry(request: HttpRequest, message_id: int) -> HttpResponse:
    may(acting(request), "messaging.retry")
    message = get_object_or_404(Message, pk=message_id)
    retry_message(actor=acting(request), message=message)
    messages.success(request, _("Message %(number)s goes out again.") % {"number": message.pk})
    return redirect("messaging.outbox")
