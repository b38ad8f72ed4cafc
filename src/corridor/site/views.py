"""Pages of the site itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from corridor.site import design as look


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "site/home.html")


def design(request: HttpRequest) -> HttpResponse:
    context = {"tokens": look.TOKENS, "samples": look.samples(request)}
    return render(request, "site/design.html", context)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)
