"""Who sees background work, and who may stop it."""

from typing import Any

from tests.permissions.table import Row, only


def waiting_job(_cast: dict[str, Any]) -> dict[str, Any]:
    from corridor.kernel.background.api import Job

    return {"number": Job.objects.create(name="ferries.sail", asked_by="system").pk}


def failed_job(_cast: dict[str, Any]) -> dict[str, Any]:
    from corridor.kernel.background.api import Job

    job = Job.objects.create(name="ferries.sail", asked_by="system", state="failed")
    return {"number": job.pk}


ROWS: dict[str, Row] = {
    "background.jobs": only("bodil", "ivan"),
    "background.job": only("bodil", "ivan", args=waiting_job),
    # An officer steers only what they asked for themselves.
    "background.cancel": only("ivan", code=302, method="post", args=waiting_job),
    "background.retry": only("ivan", code=302, method="post", args=failed_job),
    "api:background.list": only("bodil", "ivan", visitor=401),
    "api:background.one": only("bodil", "ivan", visitor=401, args=waiting_job),
    "api:background.stopping": only("ivan", visitor=401, method="post", args=waiting_job),
    "api:background.trying_again": only("ivan", visitor=401, method="post", args=failed_job),
}
