"""Serve the site: static files gathered, then granian with one process per core."""

from __future__ import annotations

import os

from django.core.management import call_command


def serve(*, host: str, port: int) -> None:
    call_command("collectstatic", interactive=False, verbosity=0)
    from granian.constants import Interfaces
    from granian.server import Server

    Server(
        "corridor.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=os.cpu_count() or 1,
        blocking_threads=1,
    ).serve()
