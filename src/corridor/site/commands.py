"""The commands of the site itself."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(
    name="corridor",
    help="Corridor: migration and development, from the command line.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def manage(context: typer.Context) -> None:
    """Run a Django management command: corridor manage migrate."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["corridor manage", *context.args])


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65_535)] = 8000,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    worker: Annotated[bool, typer.Option(help="Run a background worker beside it.")] = True,
) -> None:
    """Serve the site with its background worker."""
    from corridor.site.serving import serve as run

    run(host=host, port=port, with_worker=worker)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65_535)] = 8000,
    serve: Annotated[bool, typer.Option(help="Serve the site when all is ready.")] = True,
) -> None:
    """Set up a demonstration: invented people, vacancies, a published round; then serve it."""
    from corridor.site import demo as demonstration
    from corridor.site import serving

    if serve:
        serving.check_address("127.0.0.1", port)
    demonstration.prepare()
    if serve:
        demonstration.staff_sign_in_plainly()
        serving.serve(host="127.0.0.1", port=port)
