import subprocess
import sys
from pathlib import Path

import pytest
from tests.house.processes import ROOT


def run(*arguments: str, home: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    import os

    environment = {**os.environ, "CORRIDOR_HOME": str(home), **changes}
    environment["DJANGO_SETTINGS_MODULE"] = "corridor.site.settings"
    command = [sys.executable, "-m", "corridor.site.cli", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, env=environment, cwd=ROOT
    )


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://host/name", "it must look like postgres://user:password@host:5432/name"),
        ("postgres://127.0.0.1:5432/", "names no database"),
        ("postgres://someone:s3cret@127.0.0.1:9/corridor", "does not answer"),
    ],
)
def test_a_wrong_database_address_is_one_sentence(tmp_path: Path, url: str, sentence: str) -> None:
    ended = run("record", "verify", home=tmp_path, DATABASE_URL=url)
    assert ended.returncode == 1
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "s3cret" not in ended.stderr


def test_an_empty_database_says_how_to_fill_it(tmp_path: Path) -> None:
    ended = run("record", "verify", home=tmp_path, DATABASE_URL="")
    assert ended.returncode == 1
    assert "corridor manage migrate" in ended.stderr
