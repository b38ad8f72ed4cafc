"""People from the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.people.describe import title_of
from corridor.kernel.people.reads import claim_for
from corridor.kernel.people.tables import POOL
from corridor.kernel.people.waiting import QueueFilter, waiting_claims
from corridor.kernel.tables import api as tables

name = "people"
app = typer.Typer(help="The pool of people: import, find, export.", no_args_is_help=True)
# The operator's own file may hold a whole country.
ROWS_MAX = 10_000_000
BYTES_MAX = 4 * 1024**3


def table_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table. Raises TableRefused with every fault, after the last row."""
    faults = tables.Faults()
    for _number, row in tables.rows_of(path, faults, most=ROWS_MAX, bytes_max=BYTES_MAX):
        yield row
    faults.refuse_if_any()


@app.command("import")
def bring_in(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV or XLSX.")],
    consent: Annotated[
        list[people.Purpose] | None,
        typer.Option(help="What all of them agreed to; a column `consents` says it row by row."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say it for machines.")] = False,
) -> None:
    """Import people with their claims from a table: all of them, or none and every problem.

    You confirm that they agreed to what you say with --consent; without it they are in no round.
    """
    console = Console(stderr=True)
    with console.status("Reading…") as status:
        done = people.import_people(
            actor=COMMAND_LINE,
            rows=table_rows(file),
            consents=consent or (),
            progress=lambda count: status.update(f"Read {count:,} rows…"),
        )
    if as_json:
        told = {"number": done.number, "people": done.people + done.relatives}
        print(json.dumps(told | {"claims": done.claims}))
    else:
        print(f"{done.people + done.relatives:,} people imported with {done.claims:,} claims.")
        print(f"Taken back, while nothing follows, with: corridor people undo-import {done.number}")


@app.command()
def undo_import(
    number: Annotated[int, typer.Argument(help="The number that `import` printed.")],
) -> None:
    """Take back everybody who came in by one import, while nothing was done with them."""
    intake = people.Intake.objects.filter(pk=number).first()
    if intake is None:
        raise typer.BadParameter(f"There is no import {number}.")
    people.undo_import(actor=COMMAND_LINE, intake=intake)
    print(f"{intake.people:,} people are taken back.")


@app.command("consent")
def consent_to(
    reference: Annotated[str, typer.Argument(help="The person's reference.")],
    purpose: people.Purpose,
    withdraw: Annotated[bool, typer.Option(help="Take it back instead.")] = False,
) -> None:
    """Write down that somebody agreed to a purpose, or took it back."""
    person = people.for_actor(COMMAND_LINE, reference)
    if withdraw:
        people.withdraw_consent(actor=COMMAND_LINE, person=person, purpose=purpose)
    else:
        people.give_consents(actor=COMMAND_LINE, person=person, purposes=[purpose])
    agrees = people.consents_to(person, purpose)
    print(f"{person.reference_spaced} {'agrees' if agrees else 'does not agree'} to {purpose}.")


@app.command()
def waiting(
    kind: Annotated[str, typer.Option(help="Only this kind of statement.")] = "",
    country: Annotated[str, typer.Option(help="Only this nationality or residence.")] = "",
    limit: Annotated[int, typer.Option(help="At most so many.")] = 50,
) -> None:
    """List the statements with a document that wait to be verified, oldest first."""
    for claim in waiting_claims(QueueFilter(kind=kind, country=country))[:limit]:
        print(f"{claim.pk:>8}  {claim.person.reference_spaced}  {claim.kind}  {title_of(claim)}")


@app.command()
def verify(
    claim: Annotated[int, typer.Argument(help="The statement's number, as `waiting` shows it.")],
    decision: people.Decision,
    reason: Annotated[str, typer.Option(help="What was seen, and why it is decided so.")],
) -> None:
    """Decide on a statement: verified, refused or revoked."""
    draft = people.VerificationDraft(decision=decision, reason=reason)
    people.verify_claim(actor=COMMAND_LINE, claim=claim_for(COMMAND_LINE, claim), draft=draft)
    print(f"Statement {claim}: {decision}.")


@app.command()
def reindex() -> None:
    """Find the search keys of all names anew; needed once after an upgrade that says so."""
    print(f"{people.reindex_names(actor=COMMAND_LINE):,} names are found anew.")


@app.command()
def form(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="The PDF to write.")],
    language: Annotated[str, typer.Option(help="en, fr, es or ar.")] = "en",
) -> None:
    """Write the registration form to print, with a number of its own."""
    file.write_bytes(people.paper_form(actor=COMMAND_LINE, language=language))
    print(f"Written: {file}")


@app.command()
def remind() -> None:
    """Ask those whose profile grew old whether it still holds, as happens every day by itself."""
    print(f"{(people.remind(None) or {})['sent']} asked.")


@app.command()
def find(
    text: Annotated[str, typer.Argument(help="Part of a name, or a reference.")],
    limit: Annotated[int, typer.Option(help="At most so many.")] = 20,
) -> None:
    """Find people by name, in any script, or by reference."""
    for person in people.pool(people.PoolFilter(text=text))[:limit]:
        print(f"{person.reference_spaced}  {person.full_name}  {person.native_name}".rstrip())


@app.command()
def erase(
    reference: Annotated[str, typer.Argument(help="The person's reference.")],
    request: Annotated[str, typer.Option(help="Where their written request is filed.")],
) -> None:
    """Erase somebody who asked for it in writing: profile, documents and account."""
    person = people.for_actor(COMMAND_LINE, reference)
    erasure = people.erase_person(
        actor=COMMAND_LINE, person=person, confirmation=reference, request_number=request
    )
    print(f"{person.reference_spaced} is erased. Kept:")
    for kept in erasure.kept:
        print(f"  {kept['what']} ({kept['reason']})")


@app.command()
def merge(
    kept: Annotated[str, typer.Argument(help="Reference of the entry that stays.")],
    merged: Annotated[str, typer.Argument(help="Reference of the entry that goes into it.")],
    reason: Annotated[str, typer.Option(help="How you know that they are one person.")],
    account: Annotated[
        people.WhoseAccount, typer.Option(help="Whose account stays, where both have one.")
    ] = people.WhoseAccount.NEITHER,
) -> None:
    """Make two entries for one person one."""
    done = people.merge_people(
        actor=COMMAND_LINE,
        kept=people.for_actor(COMMAND_LINE, kept),
        merged=people.for_actor(COMMAND_LINE, merged),
        reason=reason,
        account=account,
    )
    print(f"Merged ({done.pk}). Undo it with: corridor people unmerge {done.pk}")


@app.command()
def unmerge(
    number: Annotated[int, typer.Argument(help="The number that `merge` printed.")],
) -> None:
    """Take two entries apart again: each gets back what was theirs."""
    found = people.Merge.objects.filter(pk=number).first()
    if found is None:
        raise typer.BadParameter(f"There is no merge {number}.")
    people.unmerge_people(actor=COMMAND_LINE, merge=found)
    print("They are two again.")


@app.command()
def export(
    isco: Annotated[str, typer.Option(help="Only this ISCO-08 group.")] = "",
    country: Annotated[str, typer.Option(help="Only this nationality or residence.")] = "",
) -> None:
    """Write the pool as CSV to the standard output, in the columns that import reads."""
    found = people.pool(people.PoolFilter(isco=isco, country=country))
    tables.write(POOL, found, sys.stdout.buffer)
