"""A passkey in software: what a phone would answer (WebAuthn level 2, ES256, no attestation)."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256

ORIGIN = "http://testserver"
CREDENTIAL_ID = bytes(range(16))
PRESENT_AND_VERIFIED, WITH_KEY = 0x05, 0x40


def text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


class SoftwareKey:
    def __init__(self) -> None:
        self.private = ec.derive_private_key(424242, ec.SECP256R1())
        self.user_handle = ""

    def create(self, options: dict[str, Any]) -> str:
        """The JSON a browser posts after making a passkey for these options."""
        asked = options["creation_options"]["publicKey"]
        self.user_handle = asked["user"]["id"]
        cose = ES256.from_cryptography_key(self.private.public_key())
        key = bytes(16) + struct.pack(">H", 16) + CREDENTIAL_ID + cbor.encode(dict(cose))
        data = self.about(PRESENT_AND_VERIFIED | WITH_KEY) + key
        attested = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self.answer("webauthn.create", asked, {"attestationObject": text(attested)})

    def use(self, options: dict[str, Any]) -> str:
        """The JSON a browser posts after using it."""
        asked = options["request_options"]["publicKey"]
        data = self.about(PRESENT_AND_VERIFIED)
        client = hashlib.sha256(self.client_data("webauthn.get", asked)).digest()
        signature = self.private.sign(data + client, ec.ECDSA(SHA256()))
        response = {
            "authenticatorData": text(data),
            "signature": text(signature),
            "userHandle": self.user_handle,
        }
        return self.answer("webauthn.get", asked, response)

    def about(self, flags: int) -> bytes:
        return hashlib.sha256(b"testserver").digest() + bytes([flags]) + struct.pack(">I", 0)

    def client_data(self, kind: str, asked: dict[str, Any]) -> bytes:
        data = {"type": kind, "challenge": asked["challenge"], "origin": ORIGIN}
        return json.dumps(data).encode()

    def answer(self, kind: str, asked: dict[str, Any], response: dict[str, Any]) -> str:
        response["clientDataJSON"] = text(self.client_data(kind, asked))
        return json.dumps(
            {
                "id": text(CREDENTIAL_ID),
                "rawId": text(CREDENTIAL_ID),
                "type": "public-key",
                "clientExtensionResults": {},
                "response": response,
            }
        )
