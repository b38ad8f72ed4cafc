from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from tests.house.flush import guards_down

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background.api import Job
from corridor.kernel.background.models import Worker
from corridor.kernel.messaging.api import Message, State
from corridor.kernel.record.api import Delivery, Entry, note
from corridor.kernel.record.models import Event
from corridor.site import checkups

pytestmark = pytest.mark.django_db
Usage = namedtuple("Usage", "total used free")


def test_an_old_python_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(checkups.sys, "version_info", (3, 9, 1))
    assert checkups.python().grade == "fail"


def test_a_home_we_cannot_write_to_fails(settings, tmp_path: Path) -> None:
    assert checkups.home().grade == "ok"
    settings.HOME = tmp_path / "nowhere"
    assert checkups.home().grade == "fail"
    assert checkups.disk().grade in {"ok", "warn", "fail"}


@pytest.mark.parametrize(("mebibytes", "grade"), [(100, "fail"), (1000, "warn"), (9000, "ok")])
def test_a_disk_that_fills_up_is_told_of(monkeypatch, mebibytes: int, grade: str) -> None:
    usage = Usage(0, 0, mebibytes * 1024 * 1024)
    monkeypatch.setattr(checkups.shutil, "disk_usage", lambda _path: usage)
    assert checkups.disk().grade == grade


def test_a_key_that_others_may_read_fails(settings, monkeypatch, tmp_path: Path) -> None:
    assert checkups.secret_key().grade == "ok"
    monkeypatch.delenv("CORRIDOR_SECRET_KEY")
    settings.HOME = tmp_path
    (tmp_path / "corridor_secret_key.txt").write_text("x")
    (tmp_path / "corridor_secret_key.txt").chmod(0o644)
    assert checkups.secret_key().mend.startswith("chmod 600")
    settings.DEBUG = True
    assert checkups.secret_key().grade == "warn"


def test_a_database_that_is_away_fails(monkeypatch) -> None:
    assert checkups.database().grade == "ok"

    def away():
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "cursor", away)
    assert "connection refused" in checkups.database().found


def test_writes_are_durable_or_it_says_so() -> None:
    assert checkups.durability().grade == "ok"
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET LOCAL synchronous_commit = off")
        assert checkups.durability().grade == "fail"


def test_a_record_from_the_future_means_a_wrong_clock() -> None:
    line = note(SYSTEM, "ferries.left", "ferries.Ferry:1")
    assert checkups.clock().grade == "ok"
    with guards_down(connection):
        Entry.objects.filter(pk=line.pk).update(at=timezone.now() + timedelta(days=1))
    assert checkups.clock().grade == "fail"
    assert checkups.whole_record().grade == "fail"


def test_a_worker_that_lives_and_jobs_and_events_that_failed_are_told_of() -> None:
    assert checkups.worker().grade == "warn"
    Worker.objects.create(name="one")
    assert checkups.worker().grade == "ok"
    assert checkups.jobs().grade == "ok"
    Job.objects.create(name="ferries.sail", asked_by="system", state="failed")
    assert checkups.jobs().grade == "warn"
    assert checkups.events().grade == "ok"
    event = Event.objects.create(kind="ferries.Left", body={})
    Delivery.objects.create(event=event, hearer="harbour", state="dead", next_at=timezone.now())
    assert "harbour" in checkups.events().found


def test_what_is_not_loaded_gathered_or_installed_is_told_of(
    settings, monkeypatch, tmp_path: Path
) -> None:
    assert checkups.starter().grade == "warn"
    assert checkups.esco().grade == "warn"
    settings.STATIC_ROOT = tmp_path
    assert checkups.static_files().grade == "warn"
    (tmp_path / "staticfiles.json").write_text("{}")
    assert checkups.static_files().grade == "ok"
    monkeypatch.setattr(checkups, "stale", lambda _package: [tmp_path])
    assert checkups.translations().grade == "warn"
    monkeypatch.setattr(checkups.Path, "is_dir", lambda _path: False)
    assert checkups.fonts().mend == "apt-get install fonts-noto-core"


def test_a_message_that_could_not_be_delivered_is_told_of() -> None:
    assert checkups.outbox().grade == "ok"
    Message.objects.create(key="a", channel="sms", template="x", language="en", state=State.FAILED)
    assert checkups.outbox().grade == "warn"
    assert "1 messages" in checkups.outbox().found


def test_a_search_that_cannot_see_inside_words_is_told_of(monkeypatch) -> None:
    assert checkups.full_text().grade == "ok"
    monkeypatch.setattr(checkups.search, "complaints", lambda: ["Searching inside words is slow."])
    assert checkups.full_text().mend == "CREATE EXTENSION pg_trgm"


def test_webhooks_that_failed_or_may_go_anywhere_are_told_of(settings, hana) -> None:
    from tests.kernel.webhooks.world import endpoint_of

    from corridor.kernel.webhooks import api as webhooks

    endpoint, _secret = endpoint_of(hana)
    assert checkups.hooks().grade == "ok"
    webhooks.pause_endpoint(actor=SYSTEM, endpoint=endpoint, why="failing")
    assert checkups.hooks().mend.endswith("/desk/webhooks/")
    settings.WEBHOOKS_PRIVATE = settings.BEHIND_HTTPS = True
    assert "CORRIDOR_WEBHOOKS_PRIVATE=no" in checkups.hooks().mend


def test_a_record_that_nobody_seals_is_told_of(monkeypatch) -> None:
    assert checkups.daily_roots().grade == "ok"
    note(SYSTEM, "ferries.left", "ferries.Ferry:1")
    assert checkups.daily_roots().grade == "ok"
    monkeypatch.setattr(checkups, "SEALED_WITHIN", timedelta(0))
    assert checkups.daily_roots().grade == "warn"
