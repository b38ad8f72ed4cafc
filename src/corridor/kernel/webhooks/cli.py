"""Webhooks from the command line."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.organisations import api as organisations
from corridor.kernel.webhooks import api as webhooks

name = "webhooks"
app = typer.Typer(help="Other systems that are told of events.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(metavar="ID", help="The endpoint's number.")]
EventTypes = Annotated[list[str], typer.Option("--event", help="A kind of event; repeat it.")]


@app.command("list")
def listed(
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """List the endpoints and how they stand."""
    for each in webhooks.endpoints_for(COMMAND_LINE):
        whose = each.organisation.name if each.organisation else "this installation"
        state = each.pause or ("failing" if each.failing_since else "running")
        if as_json:
            told = {"id": each.pk, "whose": whose, "url": each.url, "state": state}
            print(json.dumps({**told, "event_types": each.event_types}, ensure_ascii=False))
        else:
            print(f"{each.pk}  {each.name}  {whose}  {state}  {each.url}")


@app.command()
def types() -> None:
    """List the kinds of events one may ask for."""
    for each in webhooks.event_types():
        print(f"{each.name}  {each.title}")


@app.command()
def register(
    endpoint_name: Annotated[str, typer.Argument(metavar="NAME")],
    url: Annotated[str, typer.Argument(help="A whole https:// address.")],
    event: EventTypes,
    organisation: Annotated[int, typer.Option(help="Its number; none is the installation.")] = 0,
) -> None:
    """Register an endpoint; prints its signing secret, this once."""
    whose = organisations.for_actor(COMMAND_LINE, organisation) if organisation else None
    made, secret = webhooks.register_endpoint(
        actor=COMMAND_LINE, organisation=whose, name=endpoint_name, url=url, event_types=event
    )
    print(f"{made.pk}\n{secret}")


@app.command()
def change(
    number: Number,
    endpoint_name: Annotated[str, typer.Argument(metavar="NAME")],
    url: Annotated[str, typer.Argument(help="A whole https:// address.")],
    event: EventTypes,
) -> None:
    """Change an endpoint."""
    found = webhooks.endpoint_for(COMMAND_LINE, number)
    webhooks.change_endpoint(
        actor=COMMAND_LINE, endpoint=found, name=endpoint_name, url=url, event_types=event
    )
    print("Changed.")


@app.command()
def pause(number: Number) -> None:
    """Post nothing to an endpoint until it is resumed."""
    found = webhooks.endpoint_for(COMMAND_LINE, number)
    webhooks.pause_endpoint(actor=COMMAND_LINE, endpoint=found)
    print("Paused.")


@app.command()
def resume(number: Number) -> None:
    """Tell an endpoint of events again."""
    found = webhooks.endpoint_for(COMMAND_LINE, number)
    webhooks.resume_endpoint(actor=COMMAND_LINE, endpoint=found)
    print("Resumed.")


@app.command()
def remove(number: Number) -> None:
    """Remove an endpoint with its secrets and its log."""
    webhooks.remove_endpoint(
        actor=COMMAND_LINE, endpoint=webhooks.endpoint_for(COMMAND_LINE, number)
    )
    print("Removed.")


@app.command("new-secret")
def new_secret(number: Number) -> None:
    """Make a new signing secret; prints it, this once."""
    found = webhooks.endpoint_for(COMMAND_LINE, number)
    print(webhooks.rotate_secret(actor=COMMAND_LINE, endpoint=found))


@app.command()
def test(number: Number) -> None:
    """Post a test to an endpoint."""
    found = webhooks.endpoint_for(COMMAND_LINE, number)
    print(webhooks.send_test(actor=COMMAND_LINE, endpoint=found).message_id)


@app.command()
def deliveries(
    number: Number,
    state: Annotated[str, typer.Option(help="waiting, delivered or failed.")] = "",
    top: Annotated[int, typer.Option(help="How many, newest first.", min=1)] = 20,
) -> None:
    """List what was posted to an endpoint."""
    found = webhooks.postings_of(webhooks.endpoint_for(COMMAND_LINE, number), state=state)
    for each in found[:top]:
        tries = [str(one) for one in each.tries.all()]
        print(f"{each.message_id}  {each.event_type}  {each.state}  {'; '.join(tries)}")


@app.command()
def again(number: Number, message_id: Annotated[str, typer.Argument(help="msg_…")]) -> None:
    """Send a delivery again."""
    found = webhooks.posting_of(webhooks.endpoint_for(COMMAND_LINE, number), message_id)
    webhooks.redeliver(actor=COMMAND_LINE, posting=found)
    print("On its way again.")
