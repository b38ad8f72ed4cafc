"""How often somebody may call the API, and answers that need not be sent twice."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from time import time

from allauth.core.internal.httpkit import get_client_ip
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag
from ninja.throttling import BaseThrottle

from corridor.kernel.actors.api import acting
from corridor.site.problems import ROOT

MINUTE = 60


class Rate(BaseThrottle):
    """So many calls in each minute by each account, and by each address of those not signed in.

    Counted by each web process for itself, in memory: no call writes to the database for it.
    """

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.minute = 0
        self.calls: Counter[str] = Counter()

    def allow_request(self, request: HttpRequest) -> bool:
        actor = acting(request)
        caller = actor.key if actor.is_signed_in else get_client_ip(request)
        minute = int(time()) // MINUTE
        with self.lock:
            if minute != self.minute:
                self.minute, self.calls = minute, Counter()
            self.calls[caller] += 1
            return self.calls[caller] <= settings.API_CALLS_A_MINUTE

    def wait(self) -> float:
        """Seconds to the next minute, which becomes Retry-After."""
        return MINUTE - time() % MINUTE


class ConditionMiddleware:
    """Under the API's root: HEAD where there is GET, and 304 for who has the answer already."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ROOT) or request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        wants_head, request.method = request.method == "HEAD", "GET"
        response = self.get_response(request)
        if response.status_code == 200 and not response.streaming:
            set_response_etag(response)
            given = get_conditional_response(request, etag=response["ETag"], response=response)
            response = given or response
        if wants_head:
            request.method = "HEAD"
            response.headers["Content-Length"] = str(len(response.content))
            response.content = b""
        return response
