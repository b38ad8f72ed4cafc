from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corridor.kernel.messaging import api as messaging


@pytest.fixture(autouse=True)
def _letters(settings, tmp_path: Path) -> None:
    """Two templates of ours, and an SMS carrier that writes to this test's folder."""
    settings.HOME = tmp_path
    engine = {**settings.TEMPLATES[0]}
    engine["DIRS"] = [*engine["DIRS"], Path(__file__).parent / "templates"]
    settings.TEMPLATES = [engine]


@pytest.fixture
def sms(tmp_path: Path) -> Callable[[], list[dict[str, Any]]]:
    """What the SMS carrier has carried so far."""

    def carried() -> list[dict[str, Any]]:
        path = tmp_path / "outbox" / "sms.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return [json.loads(line) for line in lines]

    return carried


@pytest.fixture
def send(db: None) -> Callable[..., list[messaging.Message]]:
    """Tell somebody that their ferry leaves."""

    def tell(key: str = "ferry-1", **to: Any) -> list[messaging.Message]:
        return messaging.send(
            to=messaging.Recipient(**to),
            template="ferries/leaving",
            context={"name": "Aurora & Co", "hour": "08:15"},
            key=key,
        )

    return tell
