"""Catalogues made ready: a .po file newer than its .mo is compiled when the platform starts.

So a checkout speaks its four languages without gettext installed and without a build step.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def stale(package: Path) -> Iterator[Path]:
    """The .po files under a folder whose .mo is missing or older."""
    for catalogue in sorted(package.glob("**/locale/*/LC_MESSAGES/django.po")):
        compiled = catalogue.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < catalogue.stat().st_mtime:
            yield catalogue


def compile_one(catalogue: Path) -> Path:
    """Write the .mo beside a .po in one step, so that a reader never sees half a file."""
    with catalogue.open("rb") as source:
        messages = read_po(source, locale=catalogue.parent.parent.name)
    compiled = catalogue.with_suffix(".mo")
    with tempfile.NamedTemporaryFile(dir=compiled.parent, delete=False) as target:
        write_mo(target, messages)
    Path(target.name).chmod(0o644)
    os.replace(target.name, compiled)
    return compiled


def compile_stale(package: Path) -> list[Path]:
    """Compile what is stale; a folder that may not be written to is left as it was shipped."""
    return [compile_one(path) for path in stale(package) if os.access(path.parent, os.W_OK)]
