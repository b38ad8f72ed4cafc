"""The REST face: one API, each app's router under its own name, errors as problem+json."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Router
from ninja.errors import AuthenticationError

from corridor import __version__
from corridor.kernel.accounts.api import SignInNeeded, api_auth
from corridor.kernel.actors.api import CorridorError
from corridor.site.discovery import modules

api = NinjaAPI(
    title="Corridor",
    version=__version__,
    description="The platform's acts and reads, the same as on its pages.",
    urls_namespace="api",
    auth=api_auth,
    docs_url=None,  # ninja's page needs inline script; ours is /interface
)


@api.exception_handler(CorridorError)
def problem(request: HttpRequest, error: CorridorError) -> HttpResponse:
    """RFC 9457: a stable code, the sentence in the caller's language, the facts."""
    response = api.create_response(
        request,
        {"type": error.code, "title": str(error), "status": error.status, "facts": error.facts},
        status=error.status,
    )
    response["Content-Type"] = "application/problem+json"
    if error.status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(AuthenticationError)
def nobody(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    return problem(request, SignInNeeded())


for module in modules("rest"):
    if isinstance(router := getattr(module, "router", None), Router):
        api.add_router(f"/{module.prefix}/", router)
