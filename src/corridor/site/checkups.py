"""What the doctor looks at, in the order in which one thing needs the other."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background import api as background
from corridor.kernel.messaging import api as messaging
from corridor.kernel.places import api as places
from corridor.kernel.record import api as record
from corridor.kernel.search import api as search
from corridor.kernel.webhooks import api as webhooks
from corridor.site.doctor import Finding, check, fail, ok, warn
from corridor.site.environment import database_name, database_trouble
from corridor.site.health import migrations_missing
from corridor.site.translations import stale

MEBIBYTE = 1024 * 1024
ROOM_BYTES_LEAST, ROOM_BYTES_ENOUGH = 200 * MEBIBYTE, 2048 * MEBIBYTE
CLOCK_SECONDS_APART = 60
PYTHON_LEAST = (3, 11)
SEALED_WITHIN = timedelta(days=2)


@check("python")
def python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if tuple(sys.version_info[:2]) < PYTHON_LEAST:
        return fail(version, _("Install Python 3.11 or newer, then: make setup"))
    return ok(version)


@check("home")
def home() -> Finding:
    folder = Path(settings.HOME)
    try:
        with tempfile.TemporaryFile(dir=folder):
            return ok(str(folder))
    except OSError as error:
        found = f"{folder}: {error.strerror}"
        return fail(found, _("Name a folder we may write to in CORRIDOR_HOME."))


@check("disk")
def disk() -> Finding:
    free = shutil.disk_usage(existing(Path(settings.HOME))).free
    found = _("%(free)s MiB free") % {"free": f"{free // MEBIBYTE:,}"}
    if free < ROOM_BYTES_LEAST:
        return fail(found, _("Free some room before writes begin to fail."))
    if free < ROOM_BYTES_ENOUGH:
        return warn(found, _("Free some room soon: a backup needs as much as the database."))
    return ok(found)


def existing(path: Path) -> Path:
    return path if path.exists() else existing(path.parent)


@check("secret key")
def secret_key() -> Finding:
    kept = Path(settings.HOME) / "corridor_secret_key.txt"
    if os.environ.get("CORRIDOR_SECRET_KEY"):
        return ok(_("from the environment"))
    if settings.DEBUG:
        return warn(_("made anew at each start"), _("Set CORRIDOR_DEBUG=no outside development."))
    if kept.exists() and kept.stat().st_mode & 0o077:
        return fail(_("others may read %(file)s") % {"file": kept}, f"chmod 600 {kept}")
    return ok(str(kept))


@check("database")
def database() -> Finding:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return fail(database_trouble(error), _("Correct DATABASE_URL, or start the database."))
    return ok(database_name(connection.settings_dict))


@check("migrations", needs_database=True)
def migrations() -> Finding:
    if missing := migrations_missing():
        found = _("%(count)s not applied, first %(name)s") % {
            "count": len(missing),
            "name": missing[0],
        }
        return fail(found, "corridor manage migrate")
    return ok(_("all applied"))


@check("durability", needs_database=True)
def durability() -> Finding:
    """An acknowledged write must survive a power cut."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
            synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
            found = f"journal_mode={journal} synchronous={synchronous}"
            right = journal == "wal" and synchronous >= 2
        else:
            cursor.execute("SHOW synchronous_commit")
            found = f"synchronous_commit={cursor.fetchone()[0]}"
            right = not found.endswith("=off")
    if not right:
        mend = _("Put it on a local disk; set synchronous_commit=on where it is PostgreSQL.")
        return fail(found, mend)
    return ok(found)


@check("clock", needs_database=True)
def clock() -> Finding:
    now = timezone.now()
    last = record.Entry.objects.order_by("-id").first()
    if last is not None and (last.at - now).total_seconds() > CLOCK_SECONDS_APART:
        found = _("the last line of the record is from the future, %(at)s") % {"at": last.at}
        return fail(found, _("Set the machine's clock; let it keep time from the network."))
    return ok(now.isoformat(timespec="seconds"))


@check("record", needs_database=True)
def whole_record() -> Finding:
    verdict = record.verify()
    if not verdict.unbroken:
        mend = _("Keep this database as evidence, and restore the last good backup.")
        return fail(verdict.sentence, mend)
    return ok(verdict.sentence)


@check("worker", needs_database=True)
def worker() -> Finding:
    alive = background.workers_alive(now=timezone.now(), within=background.ALIVE_WITHIN)
    if not alive:
        return warn(_("none is alive"), _("corridor serve runs one; alone: corridor work"))
    return ok(_("%(count)s alive") % {"count": alive})


@check("jobs", needs_database=True)
def jobs() -> Finding:
    counts = background.counts_by_state()
    found = ", ".join(f"{count} {state}" for state, count in counts.items())
    if counts["failed"]:
        return warn(found, _("See why, and retry them, on /desk/jobs/"))
    return ok(found)


@check("events", needs_database=True)
def events() -> Finding:
    dead = record.Delivery.objects.filter(state=record.DeliveryState.DEAD)
    if count := dead.count():
        example = dead.order_by("id")[0]
        found = _("%(count)s were given up, the first for %(hearer)s (%(error)s)") % {
            "count": count,
            "hearer": example.hearer,
            "error": example.error,
        }
        return warn(found, "corridor record revive")
    return ok(_("all heard or waiting"))


@check("outbox", needs_database=True)
def outbox() -> Finding:
    failed = messaging.counts_by_state(SYSTEM).get(messaging.State.FAILED, 0)
    if failed:
        found = _("%(count)s messages could not be delivered") % {"count": failed}
        return warn(found, _("See why, and send them again, on /desk/messages/"))
    return ok(_("nothing is stuck"))


@check("webhooks", needs_database=True)
def hooks() -> Finding:
    if settings.WEBHOOKS_PRIVATE and settings.BEHIND_HTTPS:
        found = _("they may go to addresses inside your network")
        return warn(found, _("Set CORRIDOR_WEBHOOKS_PRIVATE=no unless the receivers are there."))
    if count := webhooks.failing(SYSTEM).count():
        found = _("%(count)s are paused because they failed") % {"count": count}
        return warn(found, _("See why, and resume them, on /desk/webhooks/"))
    return ok(_("none is paused because it failed"))


@check("roots", needs_database=True)
def daily_roots() -> Finding:
    """Yesterday's root is published; else the worker does not do its housework."""
    now = timezone.now()
    first = record.Entry.objects.order_by("id").first()
    last = record.Root.objects.order_by("-day").first()
    sealed = last.lines if last else 0
    late = record.Entry.objects.filter(id__gt=sealed, at__lt=now - SEALED_WITHIN)
    if first is not None and late.exists():
        found = _("the record was not sealed for more than two days")
        return warn(found, _("Start the worker: corridor serve, or corridor work"))
    return ok(str(last.day) if last else _("the first comes when the first day has ended"))


@check("search", needs_database=True)
def full_text() -> Finding:
    if complaints := search.complaints():
        return warn(complaints[0], "CREATE EXTENSION pg_trgm")
    return ok(_("words and their pieces are indexed"))


@check("starter facts", needs_database=True)
def starter() -> Finding:
    if not places.Country.objects.exists():
        return warn(_("no countries are loaded"), "corridor load starter")
    return ok(_("%(count)s countries") % {"count": places.Country.objects.count()})


@check("esco", needs_database=True)
def esco() -> Finding:
    count = places.Occupation.objects.count()
    found = _("%(count)s occupations") % {"count": f"{count:,}"}
    if count < 3_000:
        return warn(found, _("corridor load esco FOLDER, with the publisher's files"))
    return ok(found)


@check("translations")
def translations() -> Finding:
    if late := list(stale(settings.PACKAGE)):
        found = _("%(count)s catalogues are not compiled") % {"count": len(late)}
        return warn(found, _("Start Corridor once as a user who may write to its folder."))
    return ok(_("all compiled"))


@check("static files")
def static_files() -> Finding:
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        return warn(_("not gathered"), _("corridor serve gathers them when it starts"))
    return ok(str(settings.STATIC_ROOT))


@check("fonts")
def fonts() -> Finding:
    """PDFs want a font with Arabic letters; typst looks where fontconfig does."""
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts"]
    for folder in folders:
        if folder.is_dir() and any(folder.rglob("*Noto*Arabic*.[to]tf")):
            return ok(f"Noto, {folder}")
    return warn(_("no Arabic font was found"), "apt-get install fonts-noto-core")
