"""Other processes on the test's own database, for what only several processes can show."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
PREAMBLE = "import django; django.setup()\n"


def database_url() -> str:
    """The test database as a DATABASE_URL."""
    held = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{held['NAME']}"
    who = f"{held['USER']}:{held['PASSWORD']}".rstrip(":")
    return f"postgres://{who}@{held['HOST']}:{held['PORT'] or 5432}/{held['NAME']}"


def environment(**changes: str) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "corridor.site.settings",
        "DATABASE_URL": database_url(),
        "PYTHONPATH": str(ROOT),
        **changes,
    }


def start(code: str, *arguments: str, **environment_changes: str) -> subprocess.Popen[str]:
    """A Python process with Corridor set up that runs `code`; its three streams are pipes."""
    return subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(**environment_changes),
    )


def finish(process: subprocess.Popen[str], *, within: float = 60) -> str:
    """Wait for its end and return what it said; a failure shows its own error."""
    said, complaint = process.communicate(timeout=within)
    assert process.returncode == 0, complaint
    return said
