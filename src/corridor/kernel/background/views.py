"""Background work at the desk."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.kernel.actors.api import Actor, acting, can
from corridor.kernel.background import reads
from corridor.kernel.background.acts import cancel as acts
from corridor.kernel.background.forms import WantedForm
from corridor.kernel.background.models import Job
from corridor.kernel.background.worker import ALIVE_WITHIN

TONES = {"waiting": "neutral", "running": "info", "done": "good", "failed": "bad"}


@require_safe
@login_required
def jobs(request: HttpRequest) -> HttpResponse:
    """The list; with htmx on the page it is asked for again while something runs."""
    actor = acting(request)
    form = WantedForm(request.GET)
    page = Paginator(reads.jobs_for(actor, state=form.wanted_state()), 25).get_page(
        request.GET.get("page")
    )
    rows = [row_of(actor, job) for job in page]
    context = {
        "form": form,
        "page": page,
        "rows": rows,
        "live": any(not job.is_finished for job in page),
        "workers": reads.workers_alive(now=timezone.now(), within=ALIVE_WITHIN),
    }
    return render(request, "background/jobs.html", context)


def row_of(actor: Actor, job: Job) -> dict[str, object]:
    steers = can(actor, "background.steer", job)
    return {
        "job": job,
        "tone": TONES.get(job.state, "neutral"),
        "cancels": steers and not job.is_finished and not job.cancel_asked,
        "retries": steers and job.is_finished and job.state != "done",
    }


@require_safe
@login_required
def job(request: HttpRequest, number: int) -> HttpResponse:
    """One job, for a script that waits for it."""
    found = reads.job_for(acting(request), number)
    return JsonResponse(
        {
            "number": found.pk,
            "name": found.name,
            "state": found.state,
            "done": found.done,
            "total": found.total,
            "saying": found.saying,
            "error": found.error,
            "result": found.result,
        }
    )


def steer(
    request: HttpRequest, number: int, act: Callable[[Actor, Job], Job], told: str
) -> HttpResponse:
    found = act(acting(request), reads.job_for(acting(request), number))
    messages.success(request, told % {"number": found.pk})
    return redirect("background.jobs")


@require_POST
@login_required
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    return steer(request, number, acts.cancel, _("Job %(number)s is asked to stop."))


@require_POST
@login_required
def retry(request: HttpRequest, number: int) -> HttpResponse:
    return steer(request, number, acts.retry, _("Job %(number)s is tried again."))
