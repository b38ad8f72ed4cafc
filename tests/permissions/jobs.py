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


ROWS: dict[str, Row] = {
    "jobs.vacancies": public(),
    "jobs.vacancy": public(args=open_vacancy),
    "jobs.desk": only("bodil", "ivan"),
    "jobs.import": only("bodil", "ivan"),
    # It is published already: an officer is told so, everybody else finds nothing.
    "jobs.publish": only("bodil", "ivan", code=409, method="post", args=open_vacancy),
    "jobs.close": only("bodil", "ivan", code=302, method="post", args=open_vacancy),
    "api:vacancies": public(),
    "api:vacancy": public(args=open_vacancy),
    # Without a body the request itself is wrong, whoever of those signed in sends it.
    "api:post": Row(everyone=400, codes={"visitor": 401}, method="post"),
}
