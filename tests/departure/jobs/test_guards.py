"""The guard stands on both databases, and is put back where a migration dropped it."""

from __future__ import annotations

from django.db import connection

from corridor.departure.jobs.guards import publish_only_verified, statements


def test_the_guard_can_be_put_in_place_again(db: None) -> None:
    publish_only_verified()
    publish_only_verified()


def test_both_databases_have_one() -> None:
    for vendor in ("sqlite", "postgresql"):
        found = " ".join(statements(vendor, table="jobs_vacancy"))
        assert "verified_at" in found
        assert "jobs_vacancy" in found
    assert connection.vendor in {"sqlite", "postgresql"}
