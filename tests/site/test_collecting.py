"""Static files are compressed once; a start after that reads what is there."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from django.conf import LazySettings
from django.core.management import call_command

from corridor.site import collecting

TEXT = b"a { color: green }\n" * 200
STORAGES = {"staticfiles": {"BACKEND": "corridor.site.collecting.StaticFiles"}}


@pytest.fixture
def sheet(settings: LazySettings, tmp_path: Path) -> Path:
    """A style sheet and its source map among the sources, with an empty place to gather them."""
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "plain.css").write_bytes(TEXT)
    (sources / "plain.css.map").write_bytes(TEXT)
    settings.STATICFILES_DIRS, settings.STATICFILES_FINDERS = [sources], [FINDER]
    settings.STATIC_ROOT, settings.STORAGES = tmp_path / "static", settings.STORAGES | STORAGES
    return sources / "plain.css"


FINDER = "django.contrib.staticfiles.finders.FileSystemFinder"


def gather() -> None:
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture
def squeezed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of what is compressed from here on."""
    sizes: list[int] = []

    def compress(data: bytes) -> bytes:
        sizes.append(len(data))
        return brotli.compress(data)

    monkeypatch.setattr(collecting.OnceCompressor, "compress_brotli", staticmethod(compress))
    return sizes


def beside(root: Path, suffix: str) -> list[Path]:
    return sorted(Path(root).glob(f"*{suffix}"))


def test_what_pages_name_is_compressed_and_source_maps_are_not(
    sheet: Path, settings: LazySettings
) -> None:
    gather()
    (small,), (zipped,) = beside(settings.STATIC_ROOT, ".br"), beside(settings.STATIC_ROOT, ".gz")
    assert small.name != "plain.css.br"
    assert small.name.endswith(".css.br")
    assert brotli.decompress(small.read_bytes()) == gzip.decompress(zipped.read_bytes()) == TEXT


def test_a_second_start_compresses_nothing(sheet: Path, squeezed: list[int]) -> None:
    gather()
    assert squeezed == [len(TEXT)]
    gather()
    assert squeezed == [len(TEXT)]


def test_a_changed_file_is_compressed_again(
    sheet: Path, squeezed: list[int], settings: LazySettings
) -> None:
    gather()
    sheet.write_bytes(TEXT * 2)
    gather()
    assert squeezed == [len(TEXT), 2 * len(TEXT)]
    said = {brotli.decompress(path.read_bytes()) for path in beside(settings.STATIC_ROOT, ".br")}
    assert said == {TEXT, TEXT * 2}


@pytest.mark.parametrize("left", [b"", b"\x1f\x8b cut short"])
@pytest.mark.parametrize("suffix", [".br", ".gz"])
def test_what_a_kill_cut_short_is_made_anew(
    sheet: Path, settings: LazySettings, suffix: str, left: bytes
) -> None:
    gather()
    (path,) = beside(settings.STATIC_ROOT, suffix)
    path.write_bytes(left)
    gather()
    assert collecting.READERS[suffix](path.read_bytes()) == TEXT
