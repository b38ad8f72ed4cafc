"""Who reads, posts, publishes and closes vacancies."""

from __future__ import annotations

from typing import Any

from tests.permissions.table import Row, only, public


def open_vacancy(_cast: dict[str, Any]) -> dict[str, Any]:
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    draft = jobs.VacancyDraft(title="Cook", country="DEU", isco="5120")
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=[draft], publish=True)
    return {"number": jobs.published().get().number}


def closed_vacancy(cast: dict[str, Any]) -> dict[str, Any]:
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    number = open_vacancy(cast)["number"]
    jobs.close_vacancy(actor=COMMAND_LINE, vacancy=jobs.published().get())
    return {"number": number}


def of_hana(cast: dict[str, Any], state: str) -> dict[str, Any]:
    """A vacancy of Hana's firm: a draft, sent for a check, or published."""
    from corridor.departure.jobs import api as jobs
    from tests.departure.jobs import world

    harbour = world.verified(world.register(cast["hana"]))
    found = world.draft_of(cast["hana"], harbour)
    if state == "submitted":
        jobs.submit_vacancy(actor=cast["hana"].actor, vacancy=found)
    if state == "published":
        world.opened(found)
    return {"number": found.number}


def draft(cast: dict[str, Any]) -> dict[str, Any]:
    return of_hana(cast, "draft")


def submitted(cast: dict[str, Any]) -> dict[str, Any]:
    return of_hana(cast, "submitted")


def amended(cast: dict[str, Any]) -> dict[str, Any]:
    from corridor.departure.jobs import api as jobs
    from tests.departure.jobs.test_amend import asked

    args = of_hana(cast, "published")
    waiting = asked(cast["hana"], jobs.Vacancy.objects.get(), hours_weekly=60)
    return {**args, "amendment": waiting.pk}


def order(cast: dict[str, Any]) -> dict[str, Any]:
    from corridor.departure.jobs import api as jobs
    from tests.departure.jobs import world
    from tests.departure.jobs.test_order import asking

    harbour = world.verified(world.register(cast["hana"]))
    asked = jobs.ask_order(actor=cast["hana"].actor, draft=asking(harbour.pk))
    return {"number": asked.number}


def applied(cast: dict[str, Any]) -> dict[str, Any]:
    """Amina applied at Hana's firm, and Hana shared that with Esra."""
    from datetime import timedelta

    from django.utils import timezone

    from corridor.departure.jobs import api as jobs
    from tests.departure.jobs import world

    args = of_hana(cast, "published")
    vacancy = jobs.Vacancy.objects.get()
    sent = jobs.apply_for(
        actor=cast["amina"].actor, vacancy=vacancy, person=world.cook(cast["amina"])
    )
    share = jobs.share_applicants(
        actor=cast["hana"].actor,
        vacancy=vacancy,
        valid_until=timezone.localdate() + timedelta(days=7),
        login="esra@example.org",
    )
    return {**args, "application": sent.number, "share": share.pk}


def only_args(*names: str, as_number: str = "") -> Any:
    """Some of the arguments of `applied`; one of them perhaps as `number`."""

    def make(cast: dict[str, Any]) -> dict[str, Any]:
        found = applied(cast)
        args = {name: found[name] for name in names}
        return {**args, "number": found[as_number]} if as_number else args

    return make


def search(cast: dict[str, Any]) -> dict[str, Any]:
    """Amina saved one."""
    from corridor.departure.jobs import api as jobs
    from tests.departure.jobs import world

    amina = cast["amina"]
    wanted = jobs.Wanted(country="QAT")
    saved = jobs.save_search(actor=amina.actor, person=world.cook(amina), wanted=wanted)
    return {"search": saved.pk}


def stop_code(cast: dict[str, Any]) -> dict[str, Any]:
    from corridor.departure.jobs.acts.save_search import stop_link
    from tests.departure.jobs import world

    return {"code": stop_link(world.cook(cast["amina"])).rstrip("/").rpartition("/")[2]}


def file(cast: dict[str, Any]) -> dict[str, Any]:
    """A file of Hana's firm that waits for her decision."""
    from tests.departure.jobs import world
    from tests.departure.jobs.test_bring_in import checked, row

    harbour = world.verified(world.register(cast["hana"]))
    return {"number": checked(cast["hana"], harbour, row(1)).pk}


def with_args(make: Any, **more: Any) -> Any:
    return lambda cast: {**make(cast), **more}


def api(*people: str, code: int = 200, **more: Any) -> Row:
    return only(*people, code=code, visitor=401, **more)


# Without a body the request itself is wrong, whoever of those signed in sends it.
BODY = {"everyone": 400, "codes": {"visitor": 401}, "method": "post"}
ROWS: dict[str, Row] = {
    "jobs.hiring_imports": only("chen", "hana"),
    "jobs.hiring_import": only("bodil", "hana", "ivan", args=file),
    "jobs.hiring_import_act": only(
        *("bodil", "hana", "ivan"), code=302, method="post", args=with_args(file, verb="drop")
    ),
    "api:imports": api("chen", "hana"),
    "api:import_file": api("bodil", "hana", "ivan", args=file),
    "api:import_drafts": Row(**BODY, args=file),
    "api:import_submission": api("bodil", "hana", "ivan", method="post", args=file),
    "jobs.vacancies": public(),
    "jobs.vacancy": public(args=open_vacancy),
    "jobs.desk": only("bodil", "ivan"),
    "jobs.import": only("bodil", "ivan"),
    # It is published already: an officer is told so, everybody else finds nothing.
    "jobs.publish": only("bodil", "ivan", code=409, method="post", args=open_vacancy),
    "jobs.close": only("bodil", "ivan", code=302, method="post", args=open_vacancy),
    "jobs.reopen": only("bodil", "ivan", code=302, method="post", args=closed_vacancy),
    "api:vacancies": public(),
    "api:vacancy": public(args=open_vacancy),
    # Without a body the request itself is wrong, whoever of those signed in sends it.
    "api:post": Row(everyone=400, codes={"visitor": 401}, method="post"),
    "jobs.hiring": only("chen", "hana"),
    "jobs.hiring_new": only("chen", "hana"),
    "jobs.hiring_vacancy": only("hana", args=draft),
    "jobs.hiring_preview": only("hana", args=draft),
    "jobs.hiring_occupation": only("hana", args=draft),
    "jobs.hiring_skills": only("hana", args=draft),
    "jobs.hiring_edit": only("hana", args=with_args(draft, part="job")),
    "jobs.hiring_act": only("hana", code=302, method="post", args=with_args(draft, verb="submit")),
    "jobs.hiring_orders": only("chen", "hana"),
    "jobs.hiring_order_withdraw": only(
        "bodil", "hana", "ivan", code=302, method="post", args=order
    ),
    "jobs.check": only("bodil", "ivan", args=submitted),
    "jobs.terms_check": only("bodil", "ivan", args=amended),
    "jobs.desk_orders": only("bodil", "ivan"),
    "jobs.desk_order": only("bodil", "ivan", args=order),
    "api:own": api("chen", "hana"),
    "api:orders": api("bodil", "chen", "hana", "ivan"),
    "api:order_decision": Row(**BODY, args=order),
    "api:order_withdrawal": api("bodil", "hana", "ivan", method="post", args=order),
    "api:submission": api("bodil", "hana", "ivan", method="post", args=draft),
    "api:publication": api("bodil", "ivan", method="post", args=submitted),
    "api:corrections": Row(**BODY, args=submitted),
    "api:end": Row(**BODY, args=open_vacancy),
    "api:copies": api("bodil", "hana", "ivan", code=201, method="post", args=draft),
    "api:terms": public(args=open_vacancy),
    "api:terms_decision": Row(**BODY, args=amended),
    "api:terms_waiting": api("hana", method="delete", args=amended),
    # Nobody here has a profile yet: a worker is led to it.
    "jobs.searches": only("amina", "dawit", code=302),
    "jobs.search_change": only("amina", code=302, method="post", args=search),
    "jobs.stop_alerts": public(args=stop_code),
    "api:saved": Row(everyone=200, codes={"visitor": 401}),
    "api:save_vacancy": Row(everyone=204, codes={"visitor": 401}, method="put", args=open_vacancy),
    "api:import_desk": Row(everyone=422, codes={"visitor": 401}, method="post"),
    "api:searches": api("amina", "dawit"),
    "api:search_alerts": Row(**BODY, args=search),
    "api:search": api("amina", code=204, method="delete", args=search),
    "jobs.applications": only("amina", "dawit"),
    "jobs.application": only("amina", args=only_args(as_number="application")),
    "jobs.application_change": only(
        "amina", code=302, method="post", args=only_args(as_number="application")
    ),
    "jobs.apply": only("amina", "dawit", code=302, args=open_vacancy),
    "jobs.save": only(
        *("amina", "bodil", "chen", "dawit", "esra", "farid", "grace", "hana", "ivan"),
        code=302,
        method="post",
        args=open_vacancy,
    ),
    "jobs.shared": only("esra", args=only_args("share")),
    "jobs.shared_applicant": only("esra", args=only_args("share", "application")),
    "jobs.hiring_applicants": only("bodil", "hana", "ivan", args=only_args("number")),
    "jobs.hiring_applicant": only("bodil", "hana", "ivan", args=only_args("number", "application")),
    "jobs.end_share": only(
        "bodil", "hana", "ivan", code=302, method="post", args=only_args("number", "share")
    ),
    "api:applications": api("amina", "dawit"),
    # Nobody here has a profile yet, so even a worker finds nothing to apply with.
    "api:apply": api(method="post", args=open_vacancy),
    "api:application_renewal": api("amina", method="post", args=only_args("application")),
    "api:application_withdrawal": Row(**BODY, args=only_args("application")),
    "api:applicants": api("bodil", "hana", "ivan", args=only_args("number")),
    "api:applicant_stage": Row(**BODY, args=only_args("number", "application")),
    "api:report": api("bodil", "hana", "ivan", args=only_args("number")),
    "api:shared_with_me": Row(everyone=200, codes={"visitor": 401}),
    "api:shared": api("esra", args=only_args("share")),
    "api:shares": Row(**BODY, args=only_args("number")),
    "api:share": api("bodil", "hana", "ivan", method="delete", args=only_args("number", "share")),
}
