"""Organisations from the command line."""

from tests.kernel.organisations.test_suspend import licensed
from tests.kernel.organisations.world import register
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


def test_licences_and_authorisations(hana, chen, bodil) -> None:
    harbour, crew = register(hana), register(chen, kind="agency", name="Sea Crew")
    licence = str(licensed(bodil, crew).pk)
    told = ("suspend-licence", str(crew.pk), licence, "--reason", "Fees charged.")
    assert "is suspended" in run(*told).stdout
    assert "in force again" in run("restore-licence", str(crew.pk), licence).stdout
    code = run("authorise", str(harbour.pk), "--until", "2099-12-31").stdout.strip()
    assert "recruits for Harbour Works" in run("accept-code", str(crew.pk), code).stdout
    given = str(harbour.agencies_authorised.get().pk)
    assert "Taken back." in run("end-authorisation", str(harbour.pk), given).stdout
