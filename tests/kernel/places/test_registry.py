"""Other apps add loaders, and everything about them is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.kernel.places import registry
from corridor.kernel.places.writing import put


@pytest.fixture
def test_currencies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_loaders", dict(registry._loaders))

    @places.loader(
        "test-currencies",
        title="Currencies of a test",
        source="us",
        licence="CC0",
        attribution="Nobody",
    )
    def prepare(path: Path | None, progress: places.Progress) -> places.Prepared:
        assert path is not None
        findings = places.Findings("test-currencies")
        rows = [row for _number, row in places.rows_of(path, ["code"], findings)]
        findings.refuse_if_any()

        def write(progress: places.Progress) -> dict[str, int]:
            cells = ((row["code"], "000", 2, {}) for row in rows)
            columns = ["code", "numeric", "minor_units", "names"]
            return {"currencies": put(places.Currency, columns, cells, on=["code"])}

        return places.Prepared(version="1", sha256=places.checksum([path]), write=write)


@pytest.mark.django_db
@pytest.mark.usefixtures("test_currencies")
def test_another_app_adds_a_loader(tmp_path: Path) -> None:
    file = tmp_path / "currencies.csv"
    file.write_text("code\nAAA\nBBB\n", encoding="utf-8")
    loaded = places.load(actor=COMMAND_LINE, name="test-currencies", path=file)
    assert loaded.counts == {"currencies": 2}
    assert "test-currencies" in [one.name for one in places.loaders()]


@pytest.mark.django_db
def test_an_unknown_data_set_names_the_known() -> None:
    with pytest.raises(places.UnknownDataSet, match="starter"):
        places.load(actor=COMMAND_LINE, name="atlantis")
