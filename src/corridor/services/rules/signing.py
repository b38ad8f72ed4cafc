"""Packs that travel signed: a DSSE envelope with an Ed25519 signature over the canonical bytes.

The envelope is that of secure-systems-lab/dsse: the signature covers the type and the length of
what is signed, so that no other file can be passed off as a pack.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from django.utils.translation import gettext as _

from corridor.engines import rules
from corridor.services.rules.errors import RulesFileRefused
from corridor.services.rules.files import refusals, text_of

TYPE = "application/vnd.corridor.rules-pack+json"


def new_key(path: Path) -> Path:
    """Make a key: the private half where it is said, for its owner alone; returns the public one.

    Raises RulesFileRefused where a file is already there.
    """
    private = Ed25519PrivateKey.generate()
    public_path = path.with_name(f"{path.name}.pub")
    text = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for place, data, mode in ((path, text, 0o600), (public_path, public, 0o644)):
        try:
            number = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        except OSError as error:
            reason = _("%(path)s cannot be written: %(error)s")
            raise RulesFileRefused(reason=reason % {"path": place, "error": error}) from error
        with os.fdopen(number, "wb") as file:
            file.write(data)
    return public_path


def sign(pack: rules.Pack, key: Path) -> bytes:
    """The envelope of a pack. Raises RulesFileRefused when the key cannot be used."""
    private = _key(key, private=True)
    payload = pack.canonical()
    signature = private.sign(_covered(payload))
    signed = {"keyid": fingerprint(private.public_key()), "sig": _text(signature)}
    envelope = {"payloadType": TYPE, "payload": _text(payload), "signatures": [signed]}
    return json.dumps(envelope).encode()


def opened(envelope: bytes, key: Path) -> rules.Pack:
    """The pack, once the signature is found to be of this key. Raises RulesFileRefused."""
    public = _key(key, private=False)
    try:
        given = json.loads(envelope)
        payload = base64.b64decode(given["payload"], validate=True)
        signatures = [base64.b64decode(each["sig"], validate=True) for each in given["signatures"]]
        kind = given["payloadType"]
    except (ValueError, KeyError, TypeError, binascii.Error, RecursionError) as error:
        reason = _("This is not a signed pack: %(error)s")
        raise RulesFileRefused(reason=reason % {"error": error}) from error
    if kind != TYPE or not any(_is_signed(public, each, payload) for each in signatures):
        reason = _("The signature is not of the key %(key)s over this pack; nothing of it is used.")
        raise RulesFileRefused(reason=reason % {"key": fingerprint(public)})
    with refusals():
        return rules.pack_from_bytes(payload)


def unpack(pack: rules.Pack, folder: Path) -> None:
    """Write a pack as a folder of tables. Raises RulesFileRefused where one is already there."""
    if folder.exists():
        reason = _("%(path)s is already there; name a new folder.")
        raise RulesFileRefused(reason=reason % {"path": folder})
    folder.mkdir(parents=True)
    for name, text in rules.pack_files(pack).items():
        (folder / name).write_text(text, encoding="utf-8")


def fingerprint(public: Ed25519PublicKey) -> str:
    """A key by the first 16 digits of its SHA-256: to compare by eye."""
    raw = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
    return sha256(raw).hexdigest()[:16]


def _is_signed(public: Ed25519PublicKey, signature: bytes, payload: bytes) -> bool:
    try:
        public.verify(signature, _covered(payload))
    except InvalidSignature:
        return False
    return True


def _covered(payload: bytes) -> bytes:
    """DSSE's pre-authentication encoding."""
    return b"DSSEv1 %d %b %d %b" % (len(TYPE), TYPE.encode(), len(payload), payload)


def _key(path: Path, *, private: bool) -> Any:
    data = text_of(path).encode()
    wanted = Ed25519PrivateKey if private else Ed25519PublicKey
    try:
        found = load_pem_private_key(data, None) if private else load_pem_public_key(data)
    except (ValueError, TypeError) as error:
        found, why = None, str(error)
    else:
        why = _("another kind of key")
    if not isinstance(found, wanted):
        reason = _("%(path)s is not an Ed25519 key in PEM: %(error)s")
        raise RulesFileRefused(reason=reason % {"path": path, "error": why})
    return found


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
