"""The commands of the site itself."""

from __future__ import annotations

import os
from pathlib import Path
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


@app.command(context_settings={"help_option_names": []})
def call(
    context: typer.Context,
    operation: Annotated[str, typer.Argument(help="Such as people.add_claim.")] = "",
    words: Annotated[
        list[str] | None, typer.Argument(help="What it takes: name=value, or file=@path.")
    ] = None,
    json_body: Annotated[
        Path | None, typer.Option(help="The body from a JSON file; - reads it from a pipe.")
    ] = None,
    token_file: Annotated[Path | None, typer.Option(help="Where your token is.")] = None,
    server: Annotated[str, typer.Option(help="Another Corridor: https://….")] = "",
    every: Annotated[bool, typer.Option("--all", help="Every page, one item a line.")] = False,
    key: Annotated[str, typer.Option(help="Repeat a call that was lost, without harm.")] = "",
    out: Annotated[Path | None, typer.Option(help="Write the answer into this file.")] = None,
    wants_help: Annotated[bool, typer.Option("--help", help="What an operation takes.")] = False,
) -> None:
    """Call an operation of the API by its name, with your token; list them when none is named.

    Your token is read from CORRIDOR_TOKEN or from --token-file. Exit codes: 0 done, 1 refused,
    2 wrong use, 3 unreachable.
    """
    from corridor.site.call import Wish, run

    if wants_help and not operation:
        typer.echo(context.get_help())
        raise typer.Exit
    wish = Wish(
        name=operation,
        words=words or [],
        wants_help=wants_help,
        wants_all=every,
        server=server,
        token=os.environ.get("CORRIDOR_TOKEN", ""),
        token_file=token_file,
        json_body=json_body,
        key=key,
        out=out,
    )
    raise typer.Exit(run(wish))


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
    demonstration.staff_sign_in_plainly()  # the cast acts before anybody has a second factor
    demonstration.prepare()
    if serve:
        serving.serve(host="127.0.0.1", port=port)


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """Say whether everything is in order, and how to mend what is not (then exit code 1)."""
    from corridor.site import doctor as surgery

    findings = surgery.examine()
    typer.echo(surgery.as_json(findings) if as_json else surgery.as_text(findings))
    if any(finding.grade == surgery.Grade.FAIL for finding in findings):
        raise typer.Exit(1)


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="The new file, such as site.zip.")]) -> None:
    """Write the whole site into one file, while it runs."""
    from django.utils import timezone

    from corridor.site.backup import backup as run

    manifest = run(file, now=timezone.now())
    size = file.stat().st_size
    typer.echo(f"{file}: {len(manifest.files)} files, {size:,} bytes")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that corridor backup wrote.")],
    replace: Annotated[bool, typer.Option("--replace", help="Also where a site is.")] = False,
) -> None:
    """Put a backup in place, once it is proved whole; what was there is backed up first."""
    from django.utils import timezone

    from corridor.site.restore import restore as run

    restored = run(file, replace=replace, now=timezone.now())
    typer.echo(f"{file} of {restored.manifest.made_at} is in place. {restored.verdict.sentence}")
    if restored.before is not None:
        typer.echo(f"What was here before: {restored.before}")
    typer.echo("Made by an older Corridor? Then: corridor manage migrate")
