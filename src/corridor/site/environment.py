"""Settings from the environment, with readers that refuse nonsense in a sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

DATABASE_SCHEMES = {"sqlite", "postgres", "postgresql"}
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=134217728;"
    "PRAGMA cache_size=-20000;PRAGMA journal_size_limit=27103364;PRAGMA temp_store=MEMORY;"
)


def text(name: str, default: str) -> str:
    return os.environ.get(name, default).strip()


def boolean(name: str, *, default: bool) -> bool:
    value = text(name, str(default)).lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}; say yes or no.")


def whole_number(name: str, *, default: int, least: int, most: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal() or not least <= int(value) <= most:
        raise ImproperlyConfigured(
            f"{name} is {value!r}; it must be a whole number from {least} to {most}."
        )
    return int(value)


def choice(name: str, allowed: Sequence[str], *, default: str) -> str:
    value = text(name, default).lower()
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}; say one of: {', '.join(allowed)}.")
    return value


def logs_default() -> str:
    return "plain" if sys.stderr.isatty() else "json"


def words(name: str, default: str) -> list[str]:
    return [word for word in text(name, default).replace(",", " ").split() if word]


def folder(name: str, default: Path) -> Path:
    path = Path(text(name, str(default))).expanduser()
    if path.exists() and not path.is_dir():
        raise ImproperlyConfigured(f"{name} is {path}, which is a file; name a folder.")
    return path.resolve()


def secret(name: str, *, home: Path, development: bool) -> str:
    """A long secret: from the environment, else made once and kept in the home folder."""
    value = text(name, "")
    if value:
        if len(value) < 32:
            raise ImproperlyConfigured(f"{name} is shorter than 32 characters; make it longer.")
        return value
    kept = home / f"{name.lower()}.txt"
    if kept.exists():
        return kept.read_text(encoding="ascii").strip()
    from django.core.management.utils import get_random_secret_key

    made = get_random_secret_key()
    if not development:
        home.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(made, encoding="ascii")
    return made


def database(name: str, *, home: Path) -> dict[str, object]:
    """DATABASE_URL as Django settings: SQLite in the home folder unless it says PostgreSQL."""
    url = text(name, "")
    if not url:
        return sqlite(home / "corridor.sqlite3")
    scheme = url.partition(":")[0]
    if scheme not in DATABASE_SCHEMES:
        raise ImproperlyConfigured(
            f"{name} starts with {scheme!r}; it must look like postgres://user:password@host:5432/"
            "name or sqlite:////folder/file.sqlite3."
        )
    parsed = environ.Env.db_url_config(url)
    if scheme == "sqlite":
        return sqlite(Path(str(parsed["NAME"])))
    if not parsed.get("NAME"):
        raise ImproperlyConfigured(f"{name} names no database; end it with /name.")
    return {**parsed, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def mail(name: str, *, home: Path) -> dict[str, object]:
    """A mail address such as smtp+tls://user:password@host:587 as Django's EMAIL_* settings."""
    url = text(name, "")
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(home / "outbox"),
        }
    if url.partition(":")[0] not in {"smtp", "smtp+tls", "smtp+ssl", "consolemail"}:
        raise ImproperlyConfigured(
            f"{name} is {url.partition('@')[2] or url!r}; it must look like "
            "smtp+tls://user:password@host:587."
        )
    return {**environ.Env.email_url_config(url), "EMAIL_TIMEOUT": 20}


def sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def database_name(settings: Mapping[str, object]) -> str:
    """Which database these settings mean, without its password."""
    if "sqlite3" in str(settings["ENGINE"]):
        return str(settings["NAME"])
    where = f"{settings.get('HOST') or 'localhost'}:{settings.get('PORT') or 5432}"
    return f"postgres://{where}/{settings['NAME']}"


def tables_missing(error: Exception) -> bool:
    reason = str(error)
    return "no such table" in reason or ("relation" in reason and "does not exist" in reason)


def database_trouble(error: Exception) -> str:
    """Why the database does not answer, and what to do, in a sentence."""
    from django.conf import settings

    name = database_name(settings.DATABASES["default"])
    reason = str(error).strip().splitlines()[-1].strip()
    if tables_missing(error):
        return f"The database {name} has no tables yet. Make them: corridor manage migrate"
    if "locked" in reason:
        return f"The database {name} is kept busy by another program. Try again in a minute."
    return (
        f"The database {name} does not answer: {reason}. Check that it runs and that "
        "DATABASE_URL names it."
    )
