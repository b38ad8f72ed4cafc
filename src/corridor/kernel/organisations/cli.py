"""Organisations from the command line."""

from __future__ import annotations

from datetime import date
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
