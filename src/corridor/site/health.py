"""Is it alive, is it ready, and how is it doing: for load balancers and monitors."""

from __future__ import annotations

import hmac
import ipaddress
from functools import lru_cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background import api as background
from corridor.kernel.messaging import api as messaging
from corridor.kernel.record import api as record
from corridor.kernel.webhooks import api as webhooks
from corridor.site.metrics import gauge_lines, request_lines
from corridor.site.observing import counters


@require_safe
def live(_request: HttpRequest) -> HttpResponse:
    """This process answers; nothing else is asked."""
    return JsonResponse({"live": True})


@require_safe
def ready(_request: HttpRequest) -> HttpResponse:
    """It can serve: the database answers and has every table this version needs."""
    states = {"database": database_state(), "migrations": "unknown"}
    if states["database"] == "ok":
        states["migrations"] = "ok" if migrated() else "missing"
    is_ready = set(states.values()) == {"ok"}
    return JsonResponse({"ready": is_ready, **states}, status=200 if is_ready else 503)


def database_state() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "away"
    return "ok"


def migrations_missing() -> list[str]:
    """`app.0002_name` of each migration that was not applied."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


@lru_cache(maxsize=1)
def migrated_for_good() -> bool:
    """A process that saw all migrations applied need not look again."""
    if migrations_missing():
        raise LookupError
    return True


def migrated() -> bool:
    try:
        return migrated_for_good()
    except LookupError:
        return False


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus text, for whoever has the token; without a token, for this machine alone."""
    if not may_read_metrics(request):
        raise Http404
    lines = [*request_lines(counters.total())]
    jobs = {state: float(count) for state, count in background.counts_by_state().items()}
    lines += gauge_lines("corridor_jobs", "Background jobs.", jobs, label="state")
    alive = background.workers_alive(now=timezone.now(), within=background.ALIVE_WITHIN)
    lines += gauge_lines("corridor_workers", "Workers alive.", {"": alive}, label="")
    states = dict.fromkeys(record.DeliveryState.values, 0.0) | dict(
        record.Delivery.objects.order_by().values_list("state").annotate(Count("id"))
    )
    lines += gauge_lines("corridor_deliveries", "Events to hearers.", states, label="state")
    sent = dict.fromkeys(messaging.State.values, 0.0) | {
        str(state): float(count) for state, count in messaging.counts_by_state(SYSTEM).items()
    }
    lines += gauge_lines("corridor_messages", "Messages of the outbox.", sent, label="state")
    told = webhooks.counts_by_state(SYSTEM)
    lines += gauge_lines("corridor_webhooks", "Webhook deliveries.", told, label="state")
    last = record.Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
    lines += gauge_lines("corridor_record_lines", "Lines in the record.", {"": last}, label="")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; version=0.0.4")


def may_read_metrics(request: HttpRequest) -> bool:
    if token := settings.CORRIDOR_METRICS_TOKEN:
        given = request.headers.get("Authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    # Behind a proxy everybody seems to come from this machine: then only a token will do.
    forwarded = {"X-Forwarded-For", "Forwarded", "X-Real-IP"} & set(request.headers)
    return not forwarded and is_loopback(request.META.get("REMOTE_ADDR", ""))


def is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
