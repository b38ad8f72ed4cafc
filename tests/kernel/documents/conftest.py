from __future__ import annotations

from pathlib import Path

import pytest

from corridor.kernel.actors.api import Actor
from corridor.kernel.documents import permissions
from corridor.kernel.documents.api import provide_owner


@pytest.fixture(autouse=True)
def vault_folder(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "vault"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def _suitcases(monkeypatch):
    """Suitcases own files here: their owner reads and writes, officers read."""
    monkeypatch.setattr(permissions, "_owners", dict(permissions._owners))

    def own(actor: Actor, number: int) -> bool:
        return actor.user_id == number

    provide_owner(
        "travel.Suitcase",
        may_read=lambda actor, number: own(actor, number) or "officer" in actor.roles,
        may_write=own,
    )
