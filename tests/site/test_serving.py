import socket
import subprocess
import sys
from contextlib import nullcontext

import pytest

from corridor.site import serving
from corridor.site.serving import AddressRefused, AddressTaken, check_address, reachable


@pytest.fixture
def taken_port():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_serving_gathers_the_static_files_then_starts_one_process_per_core(monkeypatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(serving, "call_command", lambda name, **_: done.append(name))
    monkeypatch.setattr(serving.os, "cpu_count", lambda: 3)
    monkeypatch.setattr(serving, "check_address", lambda host, port: done.append("checked"))
    monkeypatch.setattr(serving, "say_when_ready", lambda host, port: None)
    monkeypatch.setattr(serving, "Supervisor", lambda command: nullcontext(done.append("worker")))

    class Server:
        def __init__(self, target: str, **options: object) -> None:
            done.append((target, options["workers"], options["port"]))

        def serve(self) -> None:
            done.append("served")

    monkeypatch.setattr("granian.server.Server", Server)
    serving.serve(host="127.0.0.1", port=8123)
    server = ("corridor.site.wsgi:application", 3, 8123)
    assert done == ["checked", "collectstatic", "worker", server, "served"]


def test_a_taken_port_is_said_with_what_to_do(taken_port: int) -> None:
    with pytest.raises(AddressTaken) as refused:
        check_address("127.0.0.1", taken_port)
    assert f"Port {taken_port} on 127.0.0.1 is taken" in str(refused.value)
    assert f"corridor serve --port {taken_port + 1}" in str(refused.value)


@pytest.mark.parametrize("host", ["203.0.113.7", "no-such-host.invalid"])
def test_an_address_that_is_not_this_machines_is_refused(host: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        check_address(host, 8123)
    assert f"cannot listen on {host}" in str(refused.value)


def test_the_command_ends_with_one_sentence_when_the_port_is_taken(taken_port: int) -> None:
    command = [sys.executable, "-m", "corridor.site.cli", "serve", "--port", str(taken_port)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert f"Port {taken_port} on 127.0.0.1 is taken" in ended.stderr
    assert "site.port_taken" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_it_says_where_it_is_ready(monkeypatch, capsys) -> None:
    asked = []
    monkeypatch.setattr(serving, "answers", lambda url: asked.append(url) or True)
    serving.say_when_ready("::", 8123)
    assert asked == ["http://[::1]:8123/health/live"]
    assert capsys.readouterr().out.startswith("Corridor is ready on http://[::1]:8123")


def test_nobody_answers_on_a_free_port(taken_port: int) -> None:
    assert serving.answers("http://127.0.0.1:9/") is False


@pytest.mark.parametrize(("host", "shown"), [("::", "[::1]"), ("192.0.2.1", "192.0.2.1")])
def test_an_address_is_written_so_that_a_browser_takes_it(host: str, shown: str) -> None:
    assert reachable(host) == shown
