"""Rules on the command line: check a pack, ask a table, judge a file, compare two versions."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from corridor.engines import rules
from corridor.services.rules import files, judging, sheets, signing
from corridor.services.rules.shipped import SHIPPED

name = "rules"
app = typer.Typer(help="Decision tables with their law: check, ask, compare.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="For machines.")]
Named = Annotated[str, typer.Argument(help="A TOML file, or a shipped table as pack/table.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


def _day(given: datetime | None) -> date:
    return given.date() if given else timezone.localdate()


@app.command()
def check(
    packs: Annotated[
        list[str] | None, typer.Argument(help="Folders, or names of shipped packs; all of those.")
    ] = None,
    as_of: Day = None,
    as_json: AsJson = False,
) -> None:
    """Read packs, play the cases beside their tables, say what is stale; exit code 1: failed."""
    found = [files.checked(each, as_of=_day(as_of)) for each in packs or SHIPPED]
    if as_json:
        print(json.dumps([asdict(each) for each in found], ensure_ascii=False))
    for each in [] if as_json else found:
        print(
            f"{each.name} {each.edition}: {each.tables} tables, {each.rows} rows "
            f"({each.unverified} unverified), {each.cases} cases, digest {each.digest[:12]}"
        )
        for line in each.failed:
            print(f"  FAILED {line}")
        for line in each.stale:
            print(f"  STALE {line}: somebody should look at it again")
    if any(each.failed for each in found):
        raise typer.Exit(1)


@app.command()
def ask(
    table: Named,
    facts: Annotated[Path, typer.Option(help="TOML with [facts], and [[rates]] if needed.")],
    in_force: Day = None,
    known: Day = None,
    as_json: AsJson = False,
) -> None:
    """Ask a table about facts: the answer with its law, or what is needed to tell."""
    found = files.ask(files.table(table), facts, in_force=_day(in_force), known=_day(known))
    if as_json:
        print(found.canonical().decode())
        return
    if found.state == "cannot_tell":
        needs = "; ".join(need.sentence for need in found.needs)
        print(f"Cannot tell. Needed: {needs}.")
    if found.state == "nothing":
        print("No row holds; the table says that nothing applies then.")
    for key, value in (found.outcome or {}).items():
        print(f"{key} = {value}")
    for fired in found.fired:
        print(f"{fired.say['en']}")
        print(f"  {fired.instrument}, {fired.article} ({fired.status}) {fired.link}".rstrip())


@app.command()
def judge(
    contracts: Annotated[Path, typer.Argument(help="CSV or Parquet; columns as the inputs.")],
    table: Annotated[str, typer.Option("--rules", help="A TOML file, or a shipped pack/table.")],
    out: Annotated[Path, typer.Option(help="Write the verdicts here (Parquet).")],
    identifier: Annotated[str, typer.Option("--id", help="The column naming a contract.")] = "id",
    in_force: Annotated[
        str, typer.Option(help="A day, or the column that has each contract's own; today.")
    ] = "",
    known: Day = None,
    rates: Annotated[
        Path | None, typer.Option(help="TOML with [[rates]], if currencies differ.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Judge a file of contracts at once, the same as one by one."""
    told = judging.judge(
        files.table(table),
        contracts,
        out,
        identifier=identifier,
        in_force=files.day_or_column(in_force or _day(None).isoformat()),
        known=_day(known),
        rates=files.facts_and_rates(rates)[1] if rates else (),
    )
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
        return
    for key, value in told.items():
        print(f"{key.replace('_', ' ')}: {f'{value:,}' if isinstance(value, int) else value}")


@app.command()
def compare(
    old: Annotated[str, typer.Argument(help="The version before.")],
    new: Annotated[str, typer.Argument(help="The version after.")],
    as_json: AsJson = False,
) -> None:
    """Say what changed from one version of a table to the next."""
    found = rules.compare(files.table(old), files.table(new))
    if as_json:
        print(json.dumps([asdict(each) for each in found], ensure_ascii=False))
        return
    for each in found:
        print(each.sentence)
    if not found:
        print("They say the same.")


@app.command("new-key")
def new_key(
    path: Annotated[Path, typer.Argument(help="Where the private half goes; .pub is the public.")],
) -> None:
    """Make the key that an administration signs its packs with."""
    print(
        f"{signing.new_key(path)}: give this to whoever loads your packs; keep {path} to yourself"
    )


@app.command()
def sign(
    pack: Annotated[str, typer.Argument(help="A folder, or the name of a shipped pack.")],
    key: Annotated[Path, typer.Option(help="The private key, PEM.")],
    out: Annotated[Path, typer.Option(help="Write the signed pack here.")],
) -> None:
    """Sign a pack, so that another administration can load it and know whose it is."""
    found = files.pack(pack)
    out.write_bytes(signing.sign(found, key))
    print(f"{out}: {found.name} {found.edition}, digest {found.digest}")


@app.command("open")
def open_(
    signed: Annotated[Path, typer.Argument(help="A signed pack.")],
    key: Annotated[Path, typer.Option(help="The public key of whoever signed it, PEM.")],
    out: Annotated[Path, typer.Option(help="Write its tables into this new folder.")],
) -> None:
    """Check a signed pack and unpack it; one that was touched is refused whole."""
    found = signing.opened(files.text_of(signed).encode(), key)
    signing.unpack(found, out)
    print(f"{out}: {found.name} {found.edition} of {found.publisher}, digest {found.digest}")


@app.command("to-sheet")
def to_sheet(
    table: Named,
    out: Annotated[Path, typer.Argument(help="Write the rows here: .csv or .xlsx.")],
) -> None:
    """Write the rows of a table for a spreadsheet; inputs and sources stay in the TOML."""
    sheets.write(files.table(table), out)
    print(f"{out}: written")


@app.command("from-sheet")
def from_sheet(
    table: Named,
    rows: Annotated[Path, typer.Argument(help="The rows, as `to-sheet` writes them.")],
    out: Annotated[Path, typer.Argument(help="Write the table with these rows here (TOML).")],
) -> None:
    """Read the rows of a table back from a spreadsheet, and say what changed."""
    before = files.table(table)
    after = sheets.read(before, rows)
    out.write_text(rules.to_toml(after), encoding="utf-8")
    for each in rules.compare(before, after):
        print(each.sentence)
    print(f"{out}: written")


@app.command()
def load(
    packs: Annotated[
        list[str] | None, typer.Argument(help="Folders, or names of shipped packs; all of those.")
    ] = None,
) -> None:
    """Publish the tables of packs here; the same pack twice changes nothing."""
    from corridor.kernel.actors.api import COMMAND_LINE
    from corridor.services.rules.acts.load_pack import load_pack

    read = [files.pack(each) for each in packs or SHIPPED]
    for each in read:
        loaded = load_pack(actor=COMMAND_LINE, pack=each)
        counts = {key: len(codes) for key, codes in asdict(loaded).items()}
        print(
            f"{each.name} {each.edition}: {counts['new']} new, {counts['changed']} changed, "
            f"{counts['same']} the same, {counts['kept']} kept as people here made them"
        )


@app.command("list")
def list_(
    text: Annotated[str, typer.Option(help="Words, in any language.")] = "",
    country: Annotated[str, typer.Option(help="ISO 3166 alpha-3, such as LKA.")] = "",
    as_of: Day = None,
    as_json: AsJson = False,
) -> None:
    """The tables that are published here, and which of them are stale."""
    from corridor.services.rules import reads
    from corridor.services.rules.schemas import TableOut, table_out

    found = reads.tables(reads.Wanted(text=text, country=country))
    rows = [TableOut(**table_out(one, _day(as_of))) for one in found]
    if as_json:
        print(json.dumps([row.dict() for row in rows], default=str, ensure_ascii=False))
        return
    for row in rows:
        assert row.version is not None  # noqa: S101 - the list holds only such
        stale = ", STALE" if row.stale else ""
        unverified = f"{row.version.unverified} of {row.version.rows} rows unverified"
        print(f"{row.code}: version {row.version.number}, {unverified}{stale}")
    if not rows:
        print("No table is published here; corridor rules load publishes those that are shipped.")
