"""Packs travel signed; whatever was touched on the way, or signed by another, is refused."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from tests.services.rules.test_files import command

from corridor.services.rules import files, signing
from corridor.services.rules.errors import RulesFileRefused


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "ministry.key"
    signing.new_key(path)
    return path


@pytest.fixture
def public(key: Path) -> Path:
    return key.with_name("ministry.key.pub")


def test_a_signed_pack_is_opened_elsewhere_and_is_the_same(key: Path, tmp_path: Path) -> None:
    signed, folder = tmp_path / "wages.json", tmp_path / "theirs"
    assert command("sign", "wages", "--key", key, "--out", signed).exit_code == 0
    public = f"{key}.pub"
    assert command("open", signed, "--key", public, "--out", folder).exit_code == 0
    assert files.pack(str(folder)).canonical() == files.pack("wages").canonical()
    assert command("check", folder).exit_code == 0


def test_the_private_half_is_for_its_owner_alone(key: Path) -> None:
    assert key.stat().st_mode & 0o077 == 0
    with pytest.raises(RulesFileRefused, match="cannot be written"):
        signing.new_key(key)


@pytest.mark.parametrize("what", ["payload", "sig", "type", "none"])
def test_what_was_touched_is_refused(key: Path, public: Path, what: str) -> None:
    given = json.loads(signing.sign(files.pack("documents"), key))
    if what == "payload":
        text = base64.b64decode(given["payload"]).replace(b"unverified", b"verified")
        given["payload"] = base64.b64encode(text).decode()
    if what == "sig":
        given["signatures"][0]["sig"] = base64.b64encode(b"\0" * 64).decode()
    if what == "type":
        given["payloadType"] = "text/plain"
    if what == "none":
        given["signatures"] = []
    with pytest.raises(RulesFileRefused, match="nothing of it is used"):
        signing.opened(json.dumps(given).encode(), public)


def test_another_key_is_refused(key: Path, tmp_path: Path) -> None:
    envelope = signing.sign(files.pack("documents"), key)
    other = signing.new_key(tmp_path / "other.key")
    with pytest.raises(RulesFileRefused, match="not of the key"):
        signing.opened(envelope, other)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"payload": "%%"}', b"\xff", b"[" * 99_999])
def test_what_is_no_envelope_is_refused(public: Path, data: bytes) -> None:
    with pytest.raises(RulesFileRefused, match="not a signed pack"):
        signing.opened(data, public)


def test_a_key_of_another_kind_is_refused(key: Path, public: Path) -> None:
    with pytest.raises(RulesFileRefused, match="Ed25519"):
        signing.sign(files.pack("documents"), public)
    with pytest.raises(RulesFileRefused, match="Ed25519"):
        signing.opened(b"{}", key)


def test_a_folder_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(RulesFileRefused, match="already there"):
        signing.unpack(files.pack("documents"), tmp_path)
