"""corridor accounts …"""

import json

import pytest
from tests.cast import PASSWORD
from typer.testing import CliRunner

from corridor.kernel.accounts.api import User
from corridor.kernel.accounts.cli import app
from corridor.kernel.accounts.errors import LastAdministrator, UserUnknown
from corridor.kernel.record.api import Entry

pytestmark = pytest.mark.django_db


def run(*words: str, **options):
    return CliRunner().invoke(app, list(words), **options)


def test_the_first_administrator_is_made_from_the_machine() -> None:
    answer = run(
        "create",
        "ivan@example.org",
        "--name",
        "Ivan",
        "--role",
        "administrator",
        input=f"{PASSWORD}\n{PASSWORD}\n",
    )
    assert answer.exit_code == 0, answer.output
    user = User.objects.get()
    assert (user.display_name, set(user.roles)) == ("Ivan", {"administrator"})
    assert Entry.objects.first().door == "cli"


def test_roles_are_granted_revoked_and_listed() -> None:
    run("create", "+254712345678", "--password", PASSWORD)
    assert "is officer." in run("grant", "+254 712 345 678", "officer").output
    assert "already" in run("grant", "+254712345678", "officer").output
    assert json.loads(run("list", "--json").output)[0]["roles"] == ["officer"]
    assert "+254712345678" in run("list", "--role", "officer").output
    assert "no longer officer" in run("revoke", "+254712345678", "officer").output
    assert "no role" in run("list").output


def test_an_unknown_login_is_said_in_a_sentence() -> None:
    answer = run("grant", "nobody@example.org", "officer")
    assert isinstance(answer.exception, UserUnknown)
    assert "Nobody signs in as nobody@example.org." in str(answer.exception)


def test_the_last_administrator_stays_also_from_the_machine() -> None:
    run("create", "ivan@example.org", "--password", PASSWORD, "--role", "administrator")
    answer = run("revoke", "ivan@example.org", "administrator")
    assert isinstance(answer.exception, LastAdministrator)
