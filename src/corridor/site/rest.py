"""The REST face: one API, each app's router under its own name, errors as problem+json."""

from __future__ import annotations

from typing import Any

from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Router
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.operation import Operation

from corridor import __version__
from corridor.kernel.accounts.api import SignInNeeded, api_auth
from corridor.kernel.actors.api import CorridorError, Refused
from corridor.kernel.idempotency import api as idempotency
from corridor.site.discovery import modules
from corridor.site.limits import Rate
from corridor.site.problems import (
    MEDIA_TYPE,
    CheckedParser,
    RequestInvalid,
    for_status,
    invalid,
    problem,
)

WRITES = {"post", "put", "patch", "delete"}
PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457: a stable code, a sentence for people, the status, the facts.",
    "required": ["type", "title", "status", "facts"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "facts": {"type": "object"},
    },
}
KEY = {
    "name": idempotency.HEADER,
    "in": "header",
    "required": False,
    "description": "The same key with the same request is done once and answered alike, 30 days.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"},
}
SAID = {
    400: "The request cannot be read or done",
    401: "Nobody is signed in, or the token is not valid",
    403: "The session's CSRF token is missing",
    404: "Absent, or not for the caller",
    409: "Something there already stands against it",
    429: "Too many calls in this minute; Retry-After says how many seconds to wait",
    422: "Values that cannot be used, each one named",
}


class Face(NinjaAPI):
    """Documents, for every operation, the problems it may answer."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """`people.add_claim`: what programs and the command line call it by."""
        return f"{(operation.tags or ['other'])[0]}.{operation.view_func.__name__}"

    def get_openapi_schema(self, **asked: Any) -> Any:
        schema = super().get_openapi_schema(**asked)
        schema["components"].setdefault("schemas", {})["Problem"] = PROBLEM
        content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        for methods in schema["paths"].values():
            for method, said in methods.items():
                if method in WRITES:
                    said.setdefault("parameters", []).append(KEY)
                for status in statuses(method, needs_somebody="security" in said):
                    answer = {"description": SAID[status], "content": content}
                    said["responses"].setdefault(status, answer)
        return schema


def statuses(method: str, *, needs_somebody: bool) -> list[int]:
    found = {400, 404, 422, 429}
    if needs_somebody:
        found |= {401}
    if method in WRITES:
        found |= {403, 409}
    return sorted(found)


api = Face(
    title="Corridor",
    version=__version__,
    description="The platform's acts and reads, the same as on its pages.",
    urls_namespace="api",
    auth=api_auth,
    parser=CheckedParser(),
    throttle=Rate(),
    docs_url=None,  # ninja's page needs inline script; ours is /interface
)


@api.exception_handler(CorridorError)
def refused(request: HttpRequest, error: CorridorError) -> HttpResponse:
    return problem(error)


@api.exception_handler(AuthenticationError)
def nobody(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    return problem(SignInNeeded())


@api.exception_handler(ValidationError)
def not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return problem(invalid(error))


@api.exception_handler(Http404)
def absent(request: HttpRequest, _error: Http404) -> HttpResponse:
    return problem(Refused())


@api.exception_handler(HttpError)
def answered(request: HttpRequest, error: HttpError) -> HttpResponse:
    """The parser's own findings reach us as the cause of ninja's "cannot parse"."""
    if isinstance(error.__cause__, ValidationError):
        return problem(invalid(error.__cause__))
    return problem(for_status(error.status_code), status=error.status_code)


@api.exception_handler(DataError)
def out_of_range(request: HttpRequest, _error: DataError) -> HttpResponse:
    """PostgreSQL: a number or text that its column cannot hold."""
    return problem(RequestInvalid(errors=[]))


@api.exception_handler(OverflowError)
def too_large(request: HttpRequest, error: OverflowError) -> HttpResponse:
    """SQLite says the same in Python's words; any other overflow is a fault of ours."""
    if "SQLite" not in str(error):
        raise error
    return problem(RequestInvalid(errors=[]))


api.add_decorator(idempotency.with_key, mode="view")
api.add_decorator(idempotency.within, mode="operation")

for module in modules("rest"):
    if isinstance(router := getattr(module, "router", None), Router):
        api.add_router(f"/{module.prefix}/", router)
