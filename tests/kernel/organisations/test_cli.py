"""Organisations from the command line."""

from typer.testing import CliRunner

from corridor.kernel.organisations.cli import app


def run(*words: str):
    return CliRunner().invoke(app, list(words))


def test_an_organisation_is_registered_verified_and_listed(db: None) -> None:
    number = run("register", "Harbour Works", "--kind", "employer", "--country", "QAT").stdout
    assert "not verified" in run("list", "--unverified").stdout
    told = ("--reason", "Seen.", "--evidence", "Register 7", "--until", "2099-12-31")
    assert "Harbour Works is verified." in run("verify", number.strip(), *told).stdout
    assert run("list", "--unverified").stdout == ""
    assert "Harbour Works" in run("list", "--text", "harbour", "--kind", "employer").stdout


def test_a_day_that_is_none_is_refused(db: None) -> None:
    told = ("--reason", "Seen.", "--evidence", "Register 7", "--until", "soon")
    assert run("verify", "1", *told).exit_code == 2
