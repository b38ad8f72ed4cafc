"""Watch each request from outside: its id, one line in the log, one count."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from corridor.site.metrics import Counters

KNOWN_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
counters = Counters(Path(settings.HOME) / "metrics")
logger = structlog.get_logger("corridor.requests")


class ObserveMiddleware:
    """The log keeps the route (`desk/jobs/<int:number>`), never the path, query or body."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        offered = request.headers.get("X-Request-ID", "")
        request_id = offered if KNOWN_ID.fullmatch(offered) else uuid4().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=request_id)
        response = self.get_response(request)
        response["X-Request-ID"] = request_id
        seconds = time.perf_counter() - started
        counters.count(status=response.status_code, seconds=seconds)
        match = request.resolver_match
        logger.info(
            "request",
            method=request.method if request.method in METHODS else "other",
            route=match.route if match else "",
            status=response.status_code,
            milliseconds=round(seconds * 1000, 1),
        )
        return response


METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
