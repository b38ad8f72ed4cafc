"""Catalogues are compiled when the platform starts."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

import pytest

from corridor.site import translations

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: fr\\n"

msgid "Save"
msgstr "Enregistrer"
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    folder = tmp_path / "app" / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO, encoding="utf-8")
    return folder / "django.po"


def test_a_catalogue_is_compiled_once(catalogue: Path, tmp_path: Path) -> None:
    (compiled,) = translations.compile_stale(tmp_path)
    with compiled.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Save") == "Enregistrer"
    assert translations.compile_stale(tmp_path) == []


def test_a_changed_catalogue_is_compiled_again(catalogue: Path, tmp_path: Path) -> None:
    (compiled,) = translations.compile_stale(tmp_path)
    newer = compiled.stat().st_mtime + 5
    os.utime(catalogue, (newer, newer))
    assert translations.compile_stale(tmp_path) == [compiled]


def test_nothing_half_written_is_left_beside_it(catalogue: Path, tmp_path: Path) -> None:
    translations.compile_stale(tmp_path)
    assert sorted(path.name for path in catalogue.parent.iterdir()) == ["django.mo", "django.po"]


def test_a_folder_that_may_not_be_written_is_left_as_it_is(catalogue, tmp_path, monkeypatch):
    monkeypatch.setattr(translations.os, "access", lambda *_: False)
    assert translations.compile_stale(tmp_path) == []
