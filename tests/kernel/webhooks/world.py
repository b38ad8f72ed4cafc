"""Harbour Works has an endpoint; a server on this machine hears what is posted."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.cast import Member
from tests.kernel.organisations.world import register

from corridor.kernel.organisations import api as organisations
from corridor.kernel.webhooks import api as webhooks

TYPES = ["licence.suspended", "organisation.verified"]


@dataclass
class Receiver:
    """What came in; `status` and `headers` are what it answers."""

    url: str = ""
    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    heard: list[tuple[dict[str, str], str]] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Receiver]:
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            receiver.heard.append((dict(self.headers), body))
            self.send_response(receiver.status)
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    receiver.url = f"http://127.0.0.1:{server.server_port}/hooks?of=harbour"
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def endpoint_of(
    member: Member, url: str = "https://example.org/hooks", **changes: Any
) -> tuple[webhooks.Endpoint, str]:
    """An endpoint of the member's organisation, which is made where they have none."""
    whose = organisations.organisations_of(member.actor).first() or register(member)
    given = {"name": "Staff system", "url": url, "event_types": TYPES, **changes}
    return webhooks.register_endpoint(actor=member.actor, organisation=whose, **given)


def announce_suspension(organisation_id: int) -> list[webhooks.Posting]:
    """As the outbox would deliver it."""
    from corridor.kernel.webhooks.acts.post_event import post_event
    from corridor.kernel.webhooks.offered import event_type_called

    kind = event_type_called("licence.suspended")
    facts = kind.facts(
        organisations.LicenceSuspended(organisation_id=organisation_id, activity="recruitment")
    )
    assert facts is not None
    return post_event(event_type=kind, facts=facts)
