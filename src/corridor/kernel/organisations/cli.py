"""Organisations from the command line."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.organisations import api as organisations

name = "organisations"
app = typer.Typer(help="Employers, agencies, ministries and others.", no_args_is_help=True)


@app.command("list")
def listed(
    text: Annotated[str, typer.Option(help="Part of the name, or the number.")] = "",
    kind: Annotated[str, typer.Option(help="employer, agency, ministry, …")] = "",
    unverified: Annotated[bool, typer.Option(help="Only those not verified.")] = False,
) -> None:
    """List organisations by name."""
    verified = False if unverified else None
    wanted = organisations.Wanted(text=text, kind=kind, verified=verified)
    for each in organisations.organisations(wanted):
        mark = "verified" if each.is_verified else "not verified"
        print(f"{each.pk}  {each.name}  {each.kind}  {each.country}  {mark}")


@app.command()
def register(
    organisation_name: Annotated[str, typer.Argument(metavar="NAME")],
    kind: Annotated[str, typer.Option(help="employer, agency, ministry, …")],
    country: Annotated[str, typer.Option(help="ISO 3166 alpha-3, such as QAT.")],
    number: Annotated[str, typer.Option(help="Registration number.")] = "",
) -> None:
    """Register an organisation; prints its id."""
    draft = organisations.OrganisationDraft(
        kind=kind, name=organisation_name, country=country, registration_number=number
    )
    print(organisations.register_organisation(actor=COMMAND_LINE, draft=draft).pk)


@app.command()
def verify(
    organisation_id: Annotated[int, typer.Argument(metavar="ID")],
    reason: Annotated[str, typer.Option(help="What was seen, and why you decide so.")],
    evidence: Annotated[str, typer.Option(help="The register entry, the certificate.")],
    until: Annotated[str, typer.Option(help="Last day it holds: YYYY-MM-DD.")] = "",
) -> None:
    """Verify an organisation."""
    try:
        expires_on = date.fromisoformat(until) if until else None
    except ValueError as error:
        raise typer.BadParameter("Write the last day as YYYY-MM-DD.") from error
    draft = organisations.VerificationDraft(
        decision="verified", reason=reason, evidence=evidence, expires_on=expires_on
    )
    found = organisations.for_actor(COMMAND_LINE, organisation_id)
    organisations.verify_organisation(actor=COMMAND_LINE, organisation=found, draft=draft)
    print(f"{found.name} is verified.")


@app.command("suspend-licence")
def suspend_licence(
    organisation_id: Annotated[int, typer.Argument(metavar="ID")],
    licence_id: Annotated[int, typer.Argument(metavar="LICENCE")],
    reason: Annotated[str, typer.Option(help="What was seen, and why you decide so.")],
) -> None:
    """Suspend a licence: from today it allows nothing."""
    found = organisations.for_actor(COMMAND_LINE, organisation_id)
    held = organisations.licence_of(found, licence_id)
    organisations.suspend_licence(actor=COMMAND_LINE, licence=held, reason=reason)
    print(f"Licence {held.number} of {found.name} is suspended.")


@app.command("restore-licence")
def restore_licence(
    organisation_id: Annotated[int, typer.Argument(metavar="ID")],
    licence_id: Annotated[int, typer.Argument(metavar="LICENCE")],
) -> None:
    """Give a suspended licence back."""
    found = organisations.for_actor(COMMAND_LINE, organisation_id)
    held = organisations.licence_of(found, licence_id)
    organisations.restore_licence(actor=COMMAND_LINE, licence=held)
    print(f"Licence {held.number} of {found.name} is in force again.")


@app.command()
def authorise(
    organisation_id: Annotated[int, typer.Argument(metavar="ID")],
    until: Annotated[datetime, typer.Option(help="Last day it holds.", formats=["%Y-%m-%d"])],
    note: Annotated[str, typer.Option(help="For which agency, in your words.")] = "",
) -> None:
    """Make a code that lets an agency recruit for an employer; prints the code once."""
    found = organisations.for_actor(COMMAND_LINE, organisation_id)
    _given, code = organisations.authorise_agency(
        actor=COMMAND_LINE, employer=found, valid_until=until.date(), note=note
    )
    print(code)


@app.command("accept-code")
def accept_code(
    organisation_id: Annotated[int, typer.Argument(metavar="ID")],
    code: Annotated[str, typer.Argument(help="The code the employer gave.")],
) -> None:
    """Enter an employer's code, as an agency."""
    found = organisations.for_actor(COMMAND_LINE, organisation_id)
    given = organisations.accept_authorisation(actor=COMMAND_LINE, agency=found, code=code)
    print(f"{found.name} recruits for {given.employer.name} until {given.valid_until}.")


@app.command("end-authorisation")
def end_authorisation(
    organisation_id: Annotated[int, typer.Argument(metavar="ID")],
    authorisation_id: Annotated[int, typer.Argument(metavar="AUTHORISATION")],
) -> None:
    """Take back an employer's authorisation of an agency."""
    found = organisations.for_actor(COMMAND_LINE, organisation_id)
    given = organisations.authorisation_of(found, authorisation_id)
    organisations.end_authorisation(actor=COMMAND_LINE, authorisation=given)
    print("Taken back.")
