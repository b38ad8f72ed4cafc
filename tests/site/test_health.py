import pytest
from django.db import OperationalError, connection
from django.test import Client

from corridor.site import health

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _look_again() -> None:
    health.migrated_for_good.cache_clear()


def test_it_is_alive_and_ready(visitor: Client) -> None:
    assert visitor.get("/health/live").json() == {"live": True}
    answer = visitor.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "database": "ok", "migrations": "ok"}


def test_without_its_database_it_is_alive_but_not_ready(visitor: Client, monkeypatch) -> None:
    def away():
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "cursor", away)
    assert visitor.get("/health/live").status_code == 200
    answer = visitor.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["database"] == "away"


def test_with_a_migration_missing_it_is_not_ready(visitor: Client, monkeypatch) -> None:
    monkeypatch.setattr(health, "migrations_missing", lambda: ["ferries.0002_deck"])
    answer = visitor.get("/health/ready")
    assert (answer.status_code, answer.json()["migrations"]) == (503, "missing")


def test_the_metrics_tell_of_requests_jobs_events_and_the_record(visitor: Client) -> None:
    text = visitor.get("/metrics").content.decode()
    for expected in (
        'corridor_requests_total{status="2xx"}',
        'corridor_jobs{state="failed"} 0',
        'corridor_deliveries{state="dead"} 0',
        'corridor_messages{state="failed"} 0',
        'corridor_webhooks{state="waiting"} 0',
        "corridor_workers 0",
        "corridor_record_lines 0",
    ):
        assert expected in text


def test_others_do_not_see_the_metrics(visitor: Client) -> None:
    assert visitor.get("/metrics", REMOTE_ADDR="203.0.113.7").status_code == 404
    assert visitor.get("/metrics", headers={"X-Forwarded-For": "203.0.113.7"}).status_code == 404
    assert visitor.get("/metrics", REMOTE_ADDR="").status_code == 404


def test_whoever_has_the_token_sees_them_from_anywhere(visitor: Client, settings) -> None:
    settings.CORRIDOR_METRICS_TOKEN = "a-long-token"
    assert visitor.get("/metrics").status_code == 404
    answer = visitor.get(
        "/metrics", REMOTE_ADDR="203.0.113.7", headers={"Authorization": "Bearer a-long-token"}
    )
    assert answer.status_code == 200
