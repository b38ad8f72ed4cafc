from __future__ import annotations

from tests.services.rounds.conftest import offered

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds
from corridor.services.rounds import report


def test_every_place_is_accounted_for(published: rounds.Round) -> None:
    rounds.accept_offer(actor=COMMAND_LINE, offer=offered(published, "Esperanza"))
    offered(published, "Amina")
    rows = report.lines(published)
    cook = next(row for row in rows if row["title"] == "Cook")
    assert (cook["accepted"], cook["places"], cook["days_to_fill"]) == (1, 1, 0)
    totals = report.totals(rows)
    assert (totals["places"], totals["open"], totals["accepted"]) == (3, 1, 1)
    line = published.vacancies.get(title="Cook")
    assert len(report.lines(published, [line.pk])) == 1
    stages = [count for _label, count in report.stages(rows)]
    assert stages == [sum(row["listed"] for row in rows), totals["placed"], 2, 1]
    assert report.days_to_fill(rows) == [0]
    assert report.appeals(published) == {"": 0, "upheld": 0, "dismissed": 0}


def test_the_pdf_is_one(published: rounds.Round) -> None:
    made = report.as_pdf(published, report.lines(published), [("Places", "3")])
    assert made.startswith(b"%PDF")
