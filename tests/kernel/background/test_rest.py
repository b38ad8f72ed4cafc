"""Jobs by API and by command line."""

from __future__ import annotations

from tests.cast import Member
from typer.testing import CliRunner

from corridor.kernel.background.api import Job
from corridor.kernel.background.cli import app


def make(**more: str) -> Job:
    return Job.objects.create(name="ferries.sail", asked_by="system", **more)


def test_jobs_are_listed_stopped_and_tried_again_by_api(ivan: Member) -> None:
    job = make()
    address = f"/api/v1/jobs/{job.pk}"
    assert ivan.client.get("/api/v1/jobs/?state=waiting").json()["count"] == 1
    assert ivan.client.get("/api/v1/jobs/?state=failed").json()["count"] == 0
    assert ivan.client.post(f"{address}/cancel").json()["state"] == "cancelled"
    assert ivan.client.post(f"{address}/cancel").status_code == 409
    assert ivan.client.post(f"{address}/retry").json()["state"] == "waiting"
    assert ivan.client.get(address).json()["name"] == "ferries.sail"


def test_an_outsider_finds_none(esra: Member) -> None:
    assert esra.client.get("/api/v1/jobs/").status_code == 404
    assert esra.client.get("/api/v1/jobs/?state=odd").status_code == 422


def test_the_command_line_does_the_same(db: None) -> None:
    job = make(state="failed", error="no wind")
    run = CliRunner()
    assert f"{job.pk}  ferries.sail  failed  no wind" in run.invoke(app, ["list"]).stdout
    assert run.invoke(app, ["retry", str(job.pk)]).stdout == "waiting\n"
    assert run.invoke(app, ["cancel", str(job.pk)]).stdout == "cancelled\n"
