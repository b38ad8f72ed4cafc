"""One POST to one address: no redirect is followed, little is read, and it has to be quick."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass

from corridor.kernel.webhooks.addresses import PrivateAddress, Target, resolve
from corridor.kernel.webhooks.models import Outcome

TIMEOUT_SECONDS = 10.0


@dataclass(frozen=True, kw_only=True)
class Answer:
    outcome: Outcome
    status: int | None = None
    milliseconds: int = 0


def post(target: Target, headers: Mapping[str, str], body: str) -> Answer:
    """Never raises for what the other side does."""
    start = time.monotonic()
    try:
        status = _post(target, headers, body)
        outcome = outcome_of(status)
    except PrivateAddress:
        status, outcome = None, Outcome.PRIVATE
    except socket.gaierror:
        status, outcome = None, Outcome.UNKNOWN_HOST
    except ssl.SSLCertVerificationError:
        status, outcome = None, Outcome.TLS
    except TimeoutError:
        status, outcome = None, Outcome.TIMEOUT
    except (OSError, http.client.HTTPException):
        status, outcome = None, Outcome.NO_CONNECTION
    spent = round((time.monotonic() - start) * 1000)
    return Answer(outcome=outcome, status=status, milliseconds=spent)


def outcome_of(status: int) -> Outcome:
    if 200 <= status < 300:
        return Outcome.HEARD
    return Outcome.REDIRECT if 300 <= status < 400 else Outcome.STATUS


def _post(target: Target, headers: Mapping[str, str], body: str) -> int:
    connection = http.client.HTTPConnection(target.host, target.port, timeout=TIMEOUT_SECONDS)
    held = socket.create_connection((resolve(target), target.port), TIMEOUT_SECONDS)
    try:
        if target.is_secure:
            held = ssl.create_default_context().wrap_socket(held, server_hostname=target.host)
        connection.sock = held
        sent = {
            "Host": target.host_header,
            "Content-Type": "application/json",
            "User-Agent": "Corridor-Webhooks/1",
            "Connection": "close",
            **headers,
        }
        connection.request("POST", target.path, body.encode(), sent)
        return connection.getresponse().status
    finally:
        held.close()
        connection.close()
