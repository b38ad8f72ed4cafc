"""What the REST face answers when it is not a success: problem+json (RFC 9457), one shape."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from ninja.errors import ValidationError
from ninja.parser import Parser

from corridor.kernel.actors.api import CorridorError, Refused

ROOT = "/api/v1/"
MEDIA_TYPE = "application/problem+json"
WHOLE_MAX = 2**63 - 1  # the largest whole number both databases hold


class RequestInvalid(CorridorError):
    """`facts["errors"]` names every field: where it is, a code and what is wrong."""

    code = "corridor.request_invalid"
    status = 422
    sentence = _("Some values cannot be used. Correct each one named in the errors; send it again.")


class RequestUnreadable(CorridorError):
    code = "corridor.request_unreadable"
    sentence = _("The request cannot be read. Send complete JSON in UTF-8.")


class RequestForbidden(CorridorError):
    code = "corridor.request_forbidden"
    status = 403
    sentence = _("This request is not accepted. Send a token, or the CSRF token of the session.")


class MethodNotAllowed(CorridorError):
    code = "corridor.method_not_allowed"
    status = 405
    sentence = _("This address does not take that method. The Allow header names those it takes.")


class TooManyRequests(CorridorError):
    code = "corridor.too_many_requests"
    status = 429
    sentence = _("There were too many requests. Wait some minutes, then send it again.")


class OurFault(CorridorError):
    """Says nothing of what failed: the log does, under the same X-Request-ID."""

    code = "corridor.our_fault"
    status = 500
    sentence = _("This is our fault. Try again later; if it stays, report the X-Request-ID.")


BY_STATUS: dict[int, type[CorridorError]] = {
    403: RequestForbidden,
    404: Refused,
    405: MethodNotAllowed,
    422: RequestInvalid,
    429: TooManyRequests,
}


def for_status(status: int) -> CorridorError:
    """The problem that says what a bare status says."""
    return BY_STATUS.get(status, OurFault if status >= 500 else RequestUnreadable)()


def problem(error: CorridorError, *, status: int | None = None) -> HttpResponse:
    """A stable code, the sentence in the caller's language, the status, the facts."""
    status = status or error.status
    told = {"type": error.code, "title": str(error), "status": status, "facts": error.facts}
    response = JsonResponse(told, status=status, content_type=MEDIA_TYPE, encoder=FactsEncoder)
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


class FactsEncoder(json.JSONEncoder):
    """Facts are plain; a date, an amount or a lazy sentence among them is written as text."""

    def default(self, o: Any) -> str:
        return str(o)


def invalid(error: ValidationError) -> RequestInvalid:
    errors = [
        {
            "where": ".".join(str(step) for step in one["loc"]),
            "code": one["type"],
            "message": one["msg"],
        }
        for one in error.errors
    ]
    return RequestInvalid(errors=errors)


def faults(value: Any, *where: str | int) -> Iterator[dict[str, Any]]:
    """Everything in a value that a database could not hold, and where it is."""
    if isinstance(value, str):
        if "\x00" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
            message = "Text must hold no NUL character and no lone surrogate."
            yield {"loc": where, "type": "text_impossible", "msg": message}
    elif isinstance(value, int):
        if abs(value) > WHOLE_MAX:
            yield {"loc": where, "type": "number_too_large", "msg": f"At most {WHOLE_MAX}."}
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield {"loc": where, "type": "number_too_large", "msg": "Must be finite."}
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from faults(key, *where)
            yield from faults(one, *where, key)
    elif isinstance(value, list):
        for position, one in enumerate(value):
            yield from faults(one, *where, position)


class CheckedParser(Parser):
    """Reads JSON and query strings; refuses whole what no database could hold."""

    def parse_body(self, request: HttpRequest) -> Any:
        given = json.loads(request.body, parse_constant=not_json)
        if found := list(faults(given, "body")):
            raise ValidationError(found)
        return given

    def parse_querydict(
        self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        given: dict[str, Any] = super().parse_querydict(data, list_fields, request)
        if found := list(faults(given, "query")):
            raise ValidationError(found)
        return given


def not_json(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


class ProblemMiddleware:
    """Whatever answers under the API's root, outside an operation too, answers in one shape."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ROOT):
            return self.get_response(request)
        if next(faults(request.path_info), None):
            return problem(Refused())
        response = self.get_response(request)
        if response.status_code < 400 or response.get("Content-Type") == MEDIA_TYPE:
            return response
        told = problem(for_status(response.status_code), status=response.status_code)
        for name in ("Allow", "Retry-After"):
            if name in response:
                told[name] = response[name]
        return told
