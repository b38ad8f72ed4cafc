"""Serve the site: a web process per core, and a background worker beside them."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError
from corridor.site.supervising import Supervisor, worker_command

READY_WITHIN_SECONDS = 60.0


class AddressTaken(CorridorError):
    code = "site.port_taken"
    status = 409
    sentence = _(
        "Port %(port)s on %(host)s is taken by another program, perhaps a Corridor that already "
        "runs. End it, or choose another port: corridor serve --port %(other)s"
    )


class AddressRefused(CorridorError):
    code = "site.address_refused"
    sentence = _(
        "This machine cannot listen on %(host)s port %(port)s: %(reason)s. Use 127.0.0.1 for this "
        "machine alone or 0.0.0.0 for its network, and a port from 1024 to 65535."
    )


def check_address(host: str, port: int) -> None:
    """Raise a sentence now rather than a traceback from inside the server."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            # As the server does: an address just left by another is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise AddressTaken(host=host, port=port, other=port + 1) from error
        reason = (error.strerror or str(error)).lower()
        raise AddressRefused(host=host, port=port, reason=reason) from error


def serve(*, host: str, port: int, with_worker: bool = True) -> None:
    """Serve until stopped by Ctrl+C or SIGTERM; raises AddressTaken or AddressRefused."""
    check_address(host, port)
    call_command("collectstatic", interactive=False, verbosity=0)
    forget_old_counters()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.site.settings")
    threading.Thread(target=say_when_ready, args=(host, port), daemon=True).start()
    if not with_worker:
        run_server(host, port)
        return
    with Supervisor(worker_command()):
        run_server(host, port)


def run_server(host: str, port: int) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    Server(
        "corridor.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=os.cpu_count() or 1,
        blocking_threads=1,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    ).serve()


def forget_old_counters() -> None:
    shutil.rmtree(Path(settings.HOME) / "metrics", ignore_errors=True)


def reachable(host: str) -> str:
    """Where to find it from this machine, also when it listens on every address."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"[{host}]" if ":" in host else host


def say_when_ready(host: str, port: int) -> None:
    """Print one line once the site answers."""
    address = f"http://{reachable(host)}:{port}"
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        if answers(f"{address}/health/live"):
            sys.stdout.write(f"Corridor is ready on {address} (Ctrl+C ends it)\n")
            sys.stdout.flush()
            return
        time.sleep(0.1)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):  # noqa: S310
            return True
    except urllib.error.HTTPError:
        # It answers, if only to say that this name is not among CORRIDOR_HOSTS.
        return True
    except OSError:
        return False
