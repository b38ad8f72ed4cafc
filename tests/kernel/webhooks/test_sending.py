from __future__ import annotations

import socket
import ssl

import pytest
from tests.kernel.webhooks.world import Receiver

from corridor.kernel.webhooks import sending
from corridor.kernel.webhooks.addresses import Target, read_target
from corridor.kernel.webhooks.models import Outcome


def test_it_is_posted_as_it_is_to_the_address_as_it_is(receiver: Receiver) -> None:
    answer = sending.post(read_target(receiver.url), {"webhook-id": "msg_1"}, '{"é":1}')
    assert (answer.outcome, answer.status) == (Outcome.HEARD, 204)
    [(headers, body)] = receiver.heard
    assert body == '{"é":1}'
    assert headers["Content-Type"] == "application/json"
    assert headers["webhook-id"] == "msg_1"
    assert headers["Host"] == receiver.url.split("/")[2]


def test_a_redirect_is_not_followed(receiver: Receiver) -> None:
    receiver.status, receiver.headers = 302, {"Location": receiver.url + "&again=1"}
    answer = sending.post(read_target(receiver.url), {}, "{}")
    assert (answer.outcome, answer.status) == (Outcome.REDIRECT, 302)
    assert len(receiver.heard) == 1


def test_an_error_is_told_with_its_status(receiver: Receiver) -> None:
    receiver.status = 503
    answer = sending.post(read_target(receiver.url), {}, "{}")
    assert (answer.outcome, answer.status) == (Outcome.STATUS, 503)


def test_it_connects_to_the_address_it_looked_up_and_no_other(
    receiver: Receiver, monkeypatch
) -> None:
    looked_up: list[str] = []
    port = int(receiver.url.split(":")[2].split("/")[0])

    def once(host: str, *_rest: object, **_named: object):
        looked_up.append(host)
        address = "127.0.0.1" if len(looked_up) == 1 else "127.0.0.2"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    connected: list[object] = []
    connect = socket.create_connection
    monkeypatch.setattr(sending, "resolve", lambda _target: once("hooks.example")[0][4][0])
    monkeypatch.setattr(
        socket, "create_connection", lambda to, *rest: connected.append(to) or connect(to, *rest)
    )
    target = Target(is_secure=False, host="hooks.example", port=port, path="/")
    assert sending.post(target, {}, "{}").outcome == Outcome.HEARD
    assert connected == [("127.0.0.1", port)]
    assert looked_up == ["hooks.example"]
    assert receiver.heard[0][0]["Host"] == f"hooks.example:{port}"


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (socket.gaierror(-2, "unknown"), Outcome.UNKNOWN_HOST),
        (TimeoutError(), Outcome.TIMEOUT),
        (ConnectionRefusedError(), Outcome.NO_CONNECTION),
        (ssl.SSLCertVerificationError(), Outcome.TLS),
    ],
)
def test_what_goes_wrong_on_the_way_is_told_apart(monkeypatch, fault, outcome) -> None:
    def fail(*_given: object) -> str:
        raise fault

    monkeypatch.setattr(sending, "resolve", fail)
    target = read_target("https://example.org/hook")
    assert sending.post(target, {}, "{}").outcome == outcome


def test_a_private_address_is_not_called(monkeypatch) -> None:
    info = [(socket.AF_INET, 1, 6, "", ("127.0.0.1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_n: info)
    answer = sending.post(read_target("https://example.org/hook"), {}, "{}")
    assert answer.outcome == Outcome.PRIVATE
    assert answer.status is None


def test_what_is_no_http_is_no_connection(settings) -> None:
    settings.WEBHOOKS_PRIVATE = True
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    answer = sending.post(read_target(f"http://127.0.0.1:{port}/"), {}, "{}")
    assert answer.outcome == Outcome.NO_CONNECTION
