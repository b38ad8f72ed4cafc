"""The guard stands after every migration, and lets through what may change."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from corridor.services.rules import api as rules
from corridor.services.rules.guards import keep_as_published


def test_it_may_be_put_in_place_again(fee: rules.TableVersion) -> None:
    keep_as_published()
    keep_as_published()
    by_hand = "UPDATE rules_tableversion SET text = 'x' WHERE id = %s"
    with (
        pytest.raises(DatabaseError, match="never changes"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(by_hand, [fee.pk])
    rules.TableVersion.objects.filter(pk=fee.pk).update(status="withdrawn", reason="Repealed")
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        rules.TableVersion.objects.filter(pk=fee.pk).update(status="published")


def test_a_database_without_the_table_yet_is_left_alone(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection.introspection, "table_names", lambda cursor: [])
    monkeypatch.setattr("corridor.services.rules.guards.statements", lambda *a, **k: 1 / 0)
    keep_as_published()
