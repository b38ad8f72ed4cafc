"""Vacancies on the command line."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from corridor.departure.jobs import cli_applying, cli_importing

name = "vacancies"
app = typer.Typer(help="Vacancies and job orders.", no_args_is_help=True)
app.command("bring-in")(cli_importing.bring_in)
app.command("undo-import")(cli_importing.undo_import)
app.command("submit-import")(cli_importing.submit_import)
for command, function in cli_applying.COMMANDS.items():
    app.command(command)(function)


@app.command("list")
def list_(
    occupation: Annotated[str, typer.Option(help="ISCO-08 group, 1 to 4 digits.")] = "",
    country: Annotated[str, typer.Option(help="ISO 3166 alpha-3, such as QAT.")] = "",
    language: Annotated[str, typer.Option(help="Language of work, such as en.")] = "",
    text: Annotated[str, typer.Option(help="Words in the vacancy.")] = "",
    pay: Annotated[int, typer.Option(help="At least, a month, in --currency.", min=0)] = 0,
    currency: Annotated[str, typer.Option(help="ISO 4217, such as QAR.")] = "",
    housing: Annotated[str, typer.Option(help="provided, or allowance for either.")] = "",
    employer_pays: Annotated[bool, typer.Option(help="Recruitment costs nothing.")] = False,
    top: Annotated[int, typer.Option(help="How many to show.", min=1)] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """Open vacancies, newest first."""
    from corridor.departure.jobs import api as jobs
    from corridor.departure.jobs import codes
    from corridor.departure.jobs.shapes import short

    if pay and not codes.is_currency(currency):
        raise typer.BadParameter("Say with --currency what --pay is in, such as QAR.")
    wanted = jobs.Wanted(
        isco=occupation,
        country=country,
        language=language,
        text=text,
        pay=pay,
        currency=currency,
        housing=housing,
        employer_pays=employer_pays,
    )
    found = jobs.published(wanted)
    if as_json:
        rows = [short(vacancy) for vacancy in found[:top]]
        print(json.dumps({"count": found.count(), "items": rows}, default=str, indent=2))
        return
    table = Table("number", "title", "country", "ISCO", "places")
    for vacancy in found[:top]:
        table.add_row(
            vacancy.number, vacancy.title, vacancy.country, vacancy.isco, str(vacancy.places)
        )
    Console().print(table)
    print(f"{found.count()} open vacancies")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A CSV file; docs/vacancies.md has the columns.")],
    publish: Annotated[bool, typer.Option(help="Publish them at once.")] = False,
) -> None:
    """Bring in a CSV file of vacancies: all of it, or nothing and every reason why."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    if not file.is_file():
        raise typer.BadParameter(f"There is no file {file}.")
    drafts = jobs.read_drafts(file.read_bytes(), publish=publish)
    done = jobs.import_vacancies(actor=COMMAND_LINE, drafts=drafts, publish=publish)
    print(f"{done.new} vacancies kept, {done.known} were here already.")


def _vacancy(number: str) -> Any:
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    return jobs.by_number(COMMAND_LINE, number)


def _act(name: str, **given: Any) -> Any:
    """Call an act of vacancies as the machine."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    return getattr(jobs, name)(actor=COMMAND_LINE, **given)


Number = Annotated[str, typer.Argument(help="Such as V12.")]


@app.command()
def submit(number: Number) -> None:
    """Send a draft to be checked."""
    _act("submit_vacancy", vacancy=_vacancy(number))
    print(f"{number} waits for a check.")


@app.command("take-back")
def take_back(number: Number) -> None:
    """Make it a draft again before it is checked."""
    _act("take_back_vacancy", vacancy=_vacancy(number))
    print(f"{number} is a draft again.")


@app.command("send-back")
def send_back(
    number: Number,
    reasons: Annotated[list[str], typer.Option("--reason", help="field=sentence; may be repeated")],
) -> None:
    """Send it back with what is to be corrected."""
    pairs = dict(each.partition("=")[::2] for each in reasons)
    _act("send_back_vacancy", vacancy=_vacancy(number), reasons=pairs)
    print(f"{number} went back.")


@app.command()
def publish(number: Number) -> None:
    """Publish a vacancy that was checked."""
    _act("publish_vacancy", vacancy=_vacancy(number))
    print(f"{number} is published.")


@app.command()
def close(
    number: Number, filled: Annotated[bool, typer.Option(help="It was filled.")] = False
) -> None:
    """Close a published vacancy."""
    _act("close_vacancy", vacancy=_vacancy(number), filled=filled)
    print(f"{number} is closed.")


@app.command()
def reopen(number: Number) -> None:
    """Open a closed vacancy again; who applied and the rounds that lost it hear of it."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    jobs.reopen_vacancy(actor=COMMAND_LINE, vacancy=_vacancy(number))
    print(f"{number} is open again.")


@app.command()
def copy(number: Number) -> None:
    """Copy a vacancy to a new draft; prints its number."""
    print(_act("copy_vacancy", vacancy=_vacancy(number)).number)


@app.command()
def discard(number: Number) -> None:
    """Throw a draft away."""
    _act("discard_vacancy", vacancy=_vacancy(number))
    print(f"{number} is gone.")


@app.command()
def terms(
    number: Number,
    accept: Annotated[bool, typer.Option("--accept", help="Let the waiting terms count.")] = False,
    refuse: Annotated[str, typer.Option(help="Refuse them, with this reason.")] = "",
) -> None:
    """What changed in the published terms; with --accept or --refuse, decide on what waits."""
    from corridor.departure.jobs import changing, reads

    found = _vacancy(number)
    if accept or refuse:
        waiting = reads.amendment_waiting(found)
        _act("decide_amendment", amendment=waiting, accepted=accept, reason=refuse)
    for each in found.amendments.all():
        print(f"{each.state} {each.version or ''} {each.reason}".rstrip())
        for change in changing.told(each.changes):
            print(f"  {change['label']}: {change['before']} -> {change['after']}")


@app.command()
def orders() -> None:
    """Job orders with their balance."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    for each in jobs.orders(COMMAND_LINE):
        print(
            f"{each.number}  {each.organisation.name}  {each.isco}  {each.country}  "
            f"{each.state}  {each.places_drawn}/{each.places}"
        )


@app.command("ask-order")
def ask_order(
    organisation: Annotated[int, typer.Argument(help="The organisation's id.")],
    isco: Annotated[str, typer.Option(help="ISCO-08 group, 1 to 4 digits.")],
    country: Annotated[str, typer.Option(help="ISO 3166 alpha-3, such as QAT.")],
    places: Annotated[int, typer.Option(help="How many people.", min=1)],
    since: Annotated[datetime, typer.Option(help="First day.", formats=["%Y-%m-%d"])],
    until: Annotated[datetime, typer.Option(help="Last day.", formats=["%Y-%m-%d"])],
) -> None:
    """Ask for a job order; prints its number."""
    from corridor.departure.jobs import api as jobs

    draft = jobs.OrderDraft(
        organisation_id=organisation,
        isco=isco,
        country=country,
        places_asked=places,
        valid_from=since.date(),
        valid_until=until.date(),
    )
    print(_act("ask_order", draft=draft).number)


@app.command("decide-order")
def decide_order(
    number: Annotated[str, typer.Argument(help="Such as O5.")],
    places: Annotated[int | None, typer.Option(help="Approve this many.", min=1)] = None,
    refuse: Annotated[str, typer.Option(help="Refuse it, with this reason.")] = "",
) -> None:
    """Approve a job order, or refuse it."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    order = jobs.order_by_number(COMMAND_LINE, number)
    given = {"approved": not refuse, "places": places, "reason": refuse}
    print(f"{number} is {_act('decide_order', order=order, **given).state}.")


@app.command("withdraw-order")
def withdraw_order(number: Annotated[str, typer.Argument(help="Such as O5.")]) -> None:
    """Take back an order that was asked for."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    _act("withdraw_order", order=jobs.order_by_number(COMMAND_LINE, number))
    print(f"{number} is withdrawn.")


@app.command()
def alert() -> None:
    """Send today's digests of saved searches now; whoever had one today gets none."""
    from corridor.departure.jobs.acts.alert import alert as run

    done = run(None) or {"sent": 0}
    print(f"{done['sent']} people told.")


@app.command()
def searches(reference: Annotated[str, typer.Argument(help="A person's number.")]) -> None:
    """The searches a person saved."""
    from corridor.departure.jobs import api as jobs
    from corridor.departure.jobs import wanting
    from corridor.kernel.actors.api import COMMAND_LINE
    from corridor.kernel.people import api as people

    person = people.for_actor(COMMAND_LINE, reference)
    for each in jobs.SavedSearch.objects.filter(person=person):
        state = "on" if each.alerts else "off"
        print(f"{each.pk}  {state}  {wanting.told(wanting.of_query(each.query))}")
