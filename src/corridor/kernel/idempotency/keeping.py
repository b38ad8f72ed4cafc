"""Do a write once for its key: the key, the change and the answer are one transaction.

Killed before the commit, nothing was done and the key is free; killed after it, whoever asks again
is given the answer that was kept. When two come at once, the database lets one of them in.
Refusals change nothing and are not kept, so that the same request may be sent again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import DatabaseError, IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from corridor.kernel.actors.api import Actor, acting
from corridor.kernel.idempotency.errors import (
    AnswerForgotten,
    KeyNeedsSomebody,
    KeyUnreadable,
    KeyUsedBefore,
)
from corridor.kernel.idempotency.fingerprint import fingerprint
from corridor.kernel.idempotency.models import Answered

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
WRITES = {"POST", "PUT", "PATCH", "DELETE"}
KEY_LENGTH_MAX = 200
KEPT_HEADERS = ("Content-Type", "Location", "ETag")
Run = Callable[..., HttpResponseBase]


def with_key(run: Run) -> Run:
    """Around all of an operation, signing in and answering included."""

    @wraps(run)
    def once(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
        if request.method not in WRITES or not request.headers.get(HEADER):
            return run(request, **arguments)
        with transaction.atomic():
            answer = run(request, **arguments)
            keep(getattr(request, "idempotent", None), answer)
        return answer

    return once


def within(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Around its inner part, where it is known who asks and that the request can be read."""

    @wraps(operation)
    def once(request: HttpRequest, *arguments: Any, **named: Any) -> Any:
        if request.method not in WRITES or not request.headers.get(HEADER):
            return operation(request, *arguments, **named)
        asked, is_new = claimed(acting(request), request)
        if not is_new:
            return kept_answer(asked)
        request.idempotent = asked  # type: ignore[attr-defined]
        try:
            return operation(request, *arguments, **named)
        except DatabaseError:
            # PostgreSQL takes nothing more in this transaction; the answer will be a refusal.
            transaction.set_rollback(True)
            request.idempotent = None  # type: ignore[attr-defined]
            raise

    return once


def owner_of(actor: Actor) -> str:
    """Who asks, with what their token may do: a narrower one is not given a wider one's answer."""
    if not actor.is_signed_in:
        raise KeyNeedsSomebody
    if actor.scopes is None:
        return actor.key
    scopes = hashlib.sha256(" ".join(sorted(actor.scopes)).encode()).hexdigest()
    return f"{actor.key}:{scopes[:16]}"


def claimed(actor: Actor, request: HttpRequest) -> tuple[Answered, bool]:
    """The row of this key, and whether this request is the first with it."""
    key = request.headers[HEADER]
    if len(key) > KEY_LENGTH_MAX or not key.isascii() or not key.isprintable():
        raise KeyUnreadable
    owner, asked = owner_of(actor), fingerprint(request)
    digest = hashlib.sha256(key.encode()).hexdigest()
    found = Answered.objects.filter(owner=owner, key=digest).first()
    if found is None:
        try:
            with transaction.atomic():
                return Answered.objects.create(owner=owner, key=digest, request=asked), True
        except IntegrityError:  # another one came in at the same moment, and is done now
            found = Answered.objects.get(owner=owner, key=digest)
    if found.request != asked:
        raise KeyUsedBefore
    return found, False


def kept_answer(asked: Answered) -> HttpResponse:
    if asked.is_forgotten:
        day = timezone.localdate(asked.at).isoformat()
        raise AnswerForgotten(day=day, status=asked.status)
    answer = HttpResponse(asked.body, status=asked.status, headers=asked.headers)
    answer[REPLAYED] = "true"
    return answer


def keep(asked: Answered | None, answer: HttpResponseBase) -> None:
    if asked is None:
        return
    if answer.status_code >= 400 or not isinstance(answer, HttpResponse):
        asked.delete()
        return
    asked.status = answer.status_code
    asked.headers = {name: answer[name] for name in KEPT_HEADERS if name in answer}
    asked.body = answer.content.decode()
    asked.save(update_fields=["status", "headers", "body"])


def forget_answers() -> int:
    """Take the words of all kept answers away; that the writes were done stays known."""
    return Answered.objects.filter(is_forgotten=False).update(
        body="", headers={}, is_forgotten=True
    )
