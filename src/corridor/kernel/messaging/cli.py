"""Messages on the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.messaging import api as messaging

name = "messages"
app = typer.Typer(help="The outbox of e-mails and text messages.", no_args_is_help=True)


@app.command("list")
def listed(
    state: Annotated[str, typer.Option(help="waiting, sent or failed.")] = "",
    top: Annotated[int, typer.Option(help="How many, newest first.", min=1)] = 20,
) -> None:
    """List what goes out, without its words."""
    for each in messaging.outbox(COMMAND_LINE, state=state)[:top]:
        line = f"{each.pk}  {each.channel}  {each.template}  {each.state}  {each.error}"
        print(line.rstrip())


@app.command()
def retry(number: Annotated[int, typer.Argument(help="The message's number.")]) -> None:
    """Send again what could not be delivered."""
    message = messaging.message_for(COMMAND_LINE, number)
    print(messaging.retry_message(actor=COMMAND_LINE, message=message).state)
