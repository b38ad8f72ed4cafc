"""A refusal raised by an act becomes a page: absence and refusal look the same."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import CorridorError


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, CorridorError):
            return None
        if error.status == 404:
            return render(request, "404.html", status=404)
        title = _("This cannot be done")
        context = {"title": title, "sentence": str(error), "code": error.code}
        return render(request, "refused.html", context, status=error.status)
