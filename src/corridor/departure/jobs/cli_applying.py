"""Applications, shares and an employer's report on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

import typer

Number = Annotated[str, typer.Argument(help="The vacancy, such as V12.")]
Application = Annotated[str, typer.Argument(help="The application, such as A31.")]
Reference = Annotated[str, typer.Argument(help="The person's reference number.")]


def show(value: Any) -> None:
    print(json.dumps(value, default=str, indent=2, ensure_ascii=False))


def applications(reference: Reference) -> None:
    """A person's applications, with what comes next."""
    from corridor.departure.jobs import following

    for each in following.followed(_person(reference)):
        application = each.application
        print(f"{application.number}  {application.vacancy.number}  {each.says}  {each.next}")


def apply(number: Number, reference: Reference) -> None:
    """Apply for somebody who asked for it, with their profile as it stands."""
    from corridor.departure.jobs import api as jobs

    made = jobs.apply_for(actor=_machine(), vacancy=_vacancy(number), person=_person(reference))
    print(f"{made.number} for {made.vacancy.number}")


def renew(application: Application) -> None:
    """Let the employer see the profile as it stands now."""
    from corridor.departure.jobs import api as jobs

    print(f"{jobs.send_anew(actor=_machine(), application=_application(application))}")


def withdraw(
    application: Application,
    reason: Annotated[
        str, typer.Option(help="other_job, pay, place, costs, … or other.")
    ] = "other",
) -> None:
    """Take an application back."""
    from corridor.departure.jobs import api as jobs

    found = _application(application)
    gone = jobs.withdraw_application(actor=_machine(), application=found, reason=reason)
    print(f"{gone.number} {gone.state}")


def applicants(number: Number) -> None:
    """Who applied, by number: how much of what is asked each meets."""
    from corridor.departure.jobs import applicants as reads

    for each in reads.of_vacancy(_machine(), _vacancy(number)):
        application = each.application
        print(
            f"{application.number}  {each.reference}  {each.met}/{each.asked}  {application.stage}"
        )


def stage(
    application: Application,
    to: Annotated[str, typer.Argument(help="new, considered, shortlisted, invited or not_chosen.")],
) -> None:
    """Note how far one is with an applicant."""
    from corridor.departure.jobs import api as jobs

    moved = jobs.move_application(actor=_machine(), application=_application(application), stage=to)
    print(f"{moved.number} {moved.stage if moved.is_open else moved.state}")


def report(number: Number) -> None:
    """What candidates did with a vacancy, as counts."""
    from corridor.departure.jobs import applicants as reads

    found = reads.report(_vacancy(number))
    show({**vars(found), "reasons": {str(label): count for label, count in found.reasons}})


def shares(number: Number) -> None:
    """With whom its applicants are shared, until when, and how often they looked."""
    for each in _vacancy(number).shares.all():
        who = each.user or each.organisation
        state = "in force" if each.is_in_force else "ended"
        print(f"{each.pk}  {who}  {each.valid_until}  {state}  {each.looks.count()} looks")


def share(
    number: Number,
    until: Annotated[datetime, typer.Option(help="The last day.", formats=["%Y-%m-%d"])],
    login: Annotated[str, typer.Option(help="The e-mail or phone of one account.")] = "",
    organisation: Annotated[int | None, typer.Option(help="Or an organisation's number.")] = None,
) -> None:
    """Let somebody look at a vacancy's applicants until a day."""
    from corridor.departure.jobs import api as jobs

    made = jobs.share_applicants(
        actor=_machine(),
        vacancy=_vacancy(number),
        valid_until=until.date(),
        login=login,
        organisation_id=organisation,
    )
    print(f"share {made.pk} until {made.valid_until}")


def end_share(number: Number, share: Annotated[int, typer.Argument(help="The share.")]) -> None:
    """Take the look back."""
    from corridor.departure.jobs import api as jobs
    from corridor.departure.jobs import applicants as reads

    found = reads.share_of(_vacancy(number), share)
    print(f"share {jobs.end_share(actor=_machine(), share=found).pk} ended")


def _machine() -> Any:
    from corridor.kernel.actors.api import COMMAND_LINE

    return COMMAND_LINE


def _vacancy(number: str) -> Any:
    from corridor.departure.jobs import applicants as reads

    return reads.own_vacancy(_machine(), number)


def _application(number: str) -> Any:
    from corridor.departure.jobs import following

    return following.own_application(_machine(), number)


def _person(reference: str) -> Any:
    from corridor.kernel.people import api as people

    return people.for_actor(_machine(), reference)


COMMANDS: dict[str, Callable[..., None]] = {
    "applications": applications,
    "apply": apply,
    "renew": renew,
    "withdraw": withdraw,
    "applicants": applicants,
    "stage": stage,
    "report": report,
    "shares": shares,
    "share": share,
    "end-share": end_share,
}
