"""A version as a file, named by its table and number."""

from __future__ import annotations

from django.test import Client

from corridor.services.rules import api as rules


def test_the_file_is_named_and_typed(fee: rules.TableVersion, visitor: Client) -> None:
    whole = visitor.get("/rules/lka-registration/", {"format": "toml"})
    assert whole["Content-Disposition"] == 'attachment; filename="lka-registration-1.toml"'
    assert whole.content.decode() == fee.text
    sheet = visitor.get("/rules/lka-registration/versions/1/", {"format": "csv"})
    head = b"".join(sheet.streaming_content).decode("utf-8-sig").splitlines()[0]
    assert head.startswith("id,in_force_from,")
    assert visitor.get("/rules/lka-registration/", {"format": "doc"})["Content-Type"].startswith(
        "text/html"
    )
