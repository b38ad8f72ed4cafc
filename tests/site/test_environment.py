from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from corridor.site import environment as env


def test_a_wrong_database_address_is_refused_with_an_example(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://somewhere/corridor")
    with pytest.raises(ImproperlyConfigured, match="postgres://user:password@host:5432/name"):
        env.database("DATABASE_URL", home=tmp_path)


def test_a_database_address_without_a_name_is_refused(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://localhost:5432/")
    with pytest.raises(ImproperlyConfigured, match="end it with /name"):
        env.database("DATABASE_URL", home=tmp_path)


def test_without_an_address_the_database_is_a_file_at_home(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    settings = env.database("DATABASE_URL", home=tmp_path)
    assert settings["NAME"] == str(tmp_path / "corridor.sqlite3")
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize("value", ["maybe", "2", "ja"])
def test_a_switch_says_yes_or_no(monkeypatch, value: str) -> None:
    monkeypatch.setenv("CORRIDOR_DEBUG", value)
    with pytest.raises(ImproperlyConfigured, match="say yes or no"):
        env.boolean("CORRIDOR_DEBUG", default=False)


@pytest.mark.parametrize("value", ["-1", "70000", "many", ""])
def test_a_number_stays_in_its_range(monkeypatch, value: str) -> None:
    monkeypatch.setenv("CORRIDOR_PORT", value)
    with pytest.raises(ImproperlyConfigured, match="from 1 to 65535"):
        env.whole_number("CORRIDOR_PORT", default=8000, least=1, most=65_535)


def test_a_short_secret_is_refused(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CORRIDOR_SECRET_KEY", "short")
    with pytest.raises(ImproperlyConfigured, match="shorter than 32"):
        env.secret("CORRIDOR_SECRET_KEY", home=tmp_path, development=False)


def test_a_secret_made_once_stays(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CORRIDOR_SECRET_KEY", raising=False)
    first = env.secret("CORRIDOR_SECRET_KEY", home=tmp_path, development=False)
    assert env.secret("CORRIDOR_SECRET_KEY", home=tmp_path, development=False) == first
    assert (tmp_path / "corridor_secret_key.txt").stat().st_mode & 0o077 == 0


def test_without_a_mail_server_letters_are_kept_in_files(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CORRIDOR_MAIL_URL", raising=False)
    assert env.mail("CORRIDOR_MAIL_URL", home=tmp_path)["EMAIL_FILE_PATH"] == str(
        tmp_path / "outbox"
    )


def test_a_mail_address_is_read_whole_and_a_wrong_one_refused(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CORRIDOR_MAIL_URL", "smtp+tls://amina:secret@mail.example:587")
    read = env.mail("CORRIDOR_MAIL_URL", home=tmp_path)
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"], read["EMAIL_USE_TLS"]) == (
        "mail.example",
        587,
        True,
    )
    monkeypatch.setenv("CORRIDOR_MAIL_URL", "imap://amina:secret@mail.example")
    with pytest.raises(ImproperlyConfigured, match="must look like smtp") as refusal:
        env.mail("CORRIDOR_MAIL_URL", home=tmp_path)
    assert "secret" not in str(refusal.value)


def test_a_choice_is_one_of_a_few(monkeypatch) -> None:
    monkeypatch.setenv("CORRIDOR_LOGS", "xml")
    with pytest.raises(ImproperlyConfigured, match="say one of: json, plain"):
        env.choice("CORRIDOR_LOGS", ("json", "plain"), default="json")
    assert env.logs_default() in {"json", "plain"}


@pytest.mark.parametrize(
    ("reason", "advice"),
    [
        ("no such table: record_entry", "corridor manage migrate"),
        ('relation "record_entry" does not exist', "corridor manage migrate"),
        ("database is locked", "busy"),
        ("connection refused", "DATABASE_URL"),
    ],
)
def test_a_database_in_trouble_is_told_with_what_to_do(reason: str, advice: str) -> None:
    assert advice in env.database_trouble(Exception(reason))


def test_a_databases_name_is_shown_without_its_password() -> None:
    held = {"ENGINE": "django.db.backends.postgresql", "HOST": "db", "PORT": "", "NAME": "corridor"}
    assert env.database_name({**held, "PASSWORD": "s3cret"}) == "postgres://db:5432/corridor"
