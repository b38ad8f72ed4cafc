"""`corridor accounts …`: accounts and roles, from the machine itself."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from corridor.kernel.accounts import reads
from corridor.kernel.accounts.acts.grant_role import grant_role
from corridor.kernel.accounts.acts.open_account import open_account
from corridor.kernel.accounts.acts.revoke_role import revoke_role
from corridor.kernel.accounts.contacts import read_contact
from corridor.kernel.accounts.errors import UserUnknown
from corridor.kernel.accounts.models import User
from corridor.kernel.actors.api import COMMAND_LINE, Role

name = "accounts"
app = typer.Typer(help="People who sign in, and their roles.", no_args_is_help=True)

Login = Annotated[str, typer.Argument(help="An e-mail address, or a phone with country code.")]
Password = Annotated[
    str,
    typer.Option(
        envvar="CORRIDOR_NEW_PASSWORD",
        help="At least 10 characters; asked for when it is not given.",
        prompt=True,
        hide_input=True,
        confirmation_prompt=True,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program.")]


def found(login: str) -> User:
    user = reads.user_by_login(login)
    if user is None:
        raise UserUnknown(login=login)
    return user


def as_row(user: User) -> dict[str, object]:
    return {
        "id": user.pk,
        "name": user.display_name,
        "email": user.email,
        "phone": user.phone,
        "roles": sorted(user.roles),
        "active": user.is_active,
    }


@app.command()
def create(
    login: Login,
    password: Password,
    full_name: Annotated[str, typer.Option("--name", help="As they write it.")] = "",
    language: Annotated[str, typer.Option(help="en, fr, es or ar.")] = "en",
    role: Annotated[list[Role] | None, typer.Option(help="May be given several times.")] = None,
) -> None:
    """Open an account; nothing is left to confirm, for you vouch for it."""
    contact = read_contact(login)
    user = open_account(
        actor=COMMAND_LINE,
        email=contact.email,
        phone=contact.phone,
        name=full_name,
        language=language,
        password=password,
    )
    for one in role or []:
        grant_role(actor=COMMAND_LINE, user=user, role=one)
    print(f"{contact} can sign in now (account {user.pk}).")


@app.command()
def grant(login: Login, role: Role) -> None:
    """Give somebody a role."""
    changed = grant_role(actor=COMMAND_LINE, user=found(login), role=role)
    print(f"{login} is {role}." if changed else f"{login} was {role} already.")


@app.command()
def revoke(login: Login, role: Role) -> None:
    """Take a role away."""
    changed = revoke_role(actor=COMMAND_LINE, user=found(login), role=role)
    print(f"{login} is no longer {role}." if changed else f"{login} was not {role}.")


@app.command("list")
def list_people(
    text: Annotated[str, typer.Option(help="Part of a name or e-mail, or a phone.")] = "",
    role: Annotated[Role | None, typer.Option(help="Only those with this role.")] = None,
    as_json: AsJson = False,
) -> None:
    """List those who sign in."""
    people = reads.people_who_sign_in(actor=COMMAND_LINE, text=text, role=role or "")
    if as_json:
        print(json.dumps([as_row(user) for user in people], ensure_ascii=False, indent=2))
        return
    for user in people:
        roles = ", ".join(sorted(user.roles)) or "no role"
        closed = "" if user.is_active else ", closed"
        login = user.email or user.phone
        print(f"{user.pk:>6}  {login}  {user.display_name}  ({roles}{closed})")
