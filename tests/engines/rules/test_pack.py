"""A pack is a folder to edit and bytes to carry; neither loads half."""

from __future__ import annotations

import json

import pytest

from corridor.engines import rules
from tests.engines.rules.tables import table, words

HEAD = """name = "fees"
title = { en = "Fees", fr = "Frais", es = "Tasas", ar = "رسوم" }
edition = "2026-12"
publisher = "Ministry"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pack.toml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "limits.toml").write_text(rules.to_toml(table()), encoding="utf-8")
    return tmp_path


def test_a_folder_becomes_bytes_and_comes_back(folder):
    pack = rules.read_pack(folder)
    again = rules.pack_from_bytes(pack.canonical())
    assert again.canonical() == pack.canonical()
    assert again.digest == pack.digest
    assert pack.manifest["tables"] == {"limits": table().digest}


def test_a_pack_is_written_as_the_files_it_is_read_from(folder, tmp_path_factory):
    pack, other = rules.read_pack(folder), tmp_path_factory.mktemp("again")
    for name, text in rules.pack_files(pack).items():
        (other / name).write_text(text, encoding="utf-8")
    assert rules.read_pack(other).canonical() == pack.canonical()


def test_every_fault_of_every_table_is_said(folder):
    (folder / "a.toml").write_text("name = 3", encoding="utf-8")
    (folder / "b.toml").write_bytes(b"\xff\xfe")
    (folder / "pack.toml").write_text(HEAD.replace("edition", "issue"), encoding="utf-8")
    with pytest.raises(rules.TableRefused) as error:
        rules.read_pack(folder)
    assert {"a.toml", "b.toml", "pack.toml"} <= {fault.table for fault in error.value.faults}


def test_a_file_is_called_as_its_table_is(folder):
    (folder / "limits.toml").rename(folder / "other.toml")
    with pytest.raises(rules.TableRefused, match="holds the table limits"):
        rules.read_pack(folder)


def test_an_empty_or_absent_folder_is_no_pack(tmp_path):
    with pytest.raises(rules.TableRefused, match="no table"):
        rules.read_pack(tmp_path)


def test_bytes_in_which_a_table_was_changed_are_refused(folder):
    given = json.loads(rules.read_pack(folder).canonical())
    given["tables"]["limits"]["rows"][0]["then"]["limit"] = "QAR 900.00"
    with pytest.raises(rules.TableRefused, match="not the table that the manifest names"):
        rules.pack_from_bytes(json.dumps(given).encode())


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[]", b'{"manifest": 3, "tables": {}}', b"[" * 100_000]
)
def test_bytes_that_are_no_pack_are_refused(data):
    with pytest.raises(rules.TableRefused):
        rules.pack_from_bytes(data)


def test_another_format_is_refused(folder):
    given = json.loads(rules.read_pack(folder).canonical())
    given["manifest"] |= {"format": 2, "title": words("x")}
    with pytest.raises(rules.TableRefused, match="only format 1"):
        rules.pack_from_bytes(json.dumps(given).encode())
