"""Every app speaks all four languages: nothing missing, nothing guessed, no placeholder lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import messages


@pytest.mark.slow
@pytest.mark.parametrize("app", messages.app_folders(), ids=lambda app: app.name)
def test_an_app_speaks_every_language(app: Path) -> None:
    assert messages.faults(app) == []


@pytest.mark.slow
def test_one_english_phrase_has_one_translation() -> None:
    assert list(messages.disagreements(messages.app_folders())) == []
