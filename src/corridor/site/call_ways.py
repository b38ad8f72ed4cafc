"""Two ways to an operation: through this installation's own REST stack, or over HTTP to another."""

from __future__ import annotations

import http.client
import io
import logging
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

TIMEOUT_SECONDS = 60
HERE_ALONE = {"localhost", "127.0.0.1", "::1"}
# Their lines on an answer say again what the caller is told; faults of ours (errors) stay.
TALKATIVE = ("corridor.requests", "django.request")


class Unreachable(Exception):
    """No answer came; the request may have arrived all the same."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request. `path` begins at the root and carries the query."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Answer:
    status: int
    headers: Message
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get_content_type() if self.headers["Content-Type"] else ""


Way = Callable[[Asked], Answer]


@contextmanager
def quiet() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in TALKATIVE]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def here(asked: Asked) -> Answer:
    """In this process, through every middleware a request from outside goes through."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import OperationalError, connection

    from corridor.site.environment import database_trouble

    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise Unreachable(database_trouble(error)) from error
    told: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], *_rest: object) -> Any:
        told.extend((status, headers))
        return io.BytesIO().write

    with quiet():
        answered = WSGIHandler()(environ(asked), start_response)
        try:
            body = b"".join(answered)
        finally:
            if hasattr(answered, "close"):
                answered.close()
    status, headers = told
    message = Message()
    for name, value in headers:
        message[name] = value
    return Answer(status=int(status.split()[0]), headers=message, body=body)


def environ(asked: Asked) -> dict[str, Any]:
    """What a WSGI server would tell of the request, at the address people use."""
    from django.conf import settings

    base = urlsplit(settings.BASE_URL)
    path, _, query = asked.path.partition("?")
    given = {
        f"HTTP_{name.upper().replace('-', '_')}": value for name, value in asked.headers.items()
    }
    return {
        **given,
        "REQUEST_METHOD": asked.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "CONTENT_TYPE": asked.headers.get("Content-Type", ""),
        "CONTENT_LENGTH": str(len(asked.body)),
        "HTTP_HOST": base.netloc,
        "HTTP_X_FORWARDED_PROTO": base.scheme,
        "SERVER_NAME": base.hostname or "localhost",
        "SERVER_PORT": str(base.port or (443 if base.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": base.scheme,
        "wsgi.input": io.BytesIO(asked.body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": True,
    }


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token is for the server that was named, and for no other."""

    def redirect_request(self, *_told: Any) -> None:
        return None


def is_safe(server: str) -> bool:
    """Whether a token may travel there: encrypted, or without leaving this machine."""
    parts = urlsplit(server)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in HERE_ALONE)


def at(server: str) -> Way:
    """Over HTTP to the Corridor at that address."""
    opener = urllib.request.build_opener(NoRedirect)
    root = server.rstrip("/")

    def send(asked: Asked) -> Answer:
        request = urllib.request.Request(  # noqa: S310
            root + asked.path, data=asked.body or None, headers=asked.headers, method=asked.method
        )
        try:
            with opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
                return Answer(status=answer.status, headers=answer.headers, body=answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(status=error.code, headers=error.headers, body=error.read())
        except urllib.error.URLError as error:
            raise Unreachable(f"{root} does not answer: {error.reason}") from error
        except (OSError, http.client.HTTPException) as error:
            why = str(error) or type(error).__name__
            raise Unreachable(f"The connection to {root} was lost: {why}") from error

    return send
