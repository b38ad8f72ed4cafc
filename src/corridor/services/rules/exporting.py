"""A version as a file: TOML whole, or its rows for a spreadsheet (CSV, XLSX, JSON)."""

from __future__ import annotations

import csv
import io
from operator import itemgetter

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from corridor.engines import rules
from corridor.kernel.tables import api as tables
from corridor.services.rules import reads
from corridor.services.rules.models import TableVersion


def as_file(request: HttpRequest, version: TableVersion) -> HttpResponseBase | None:
    """The file that `format=` asks for, or None for the page; what comes out goes in again."""
    name = f"{version.table.code}-{version.number}"
    if request.GET.get("format") == "toml":
        answer = HttpResponse(version.text, content_type="application/toml; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{name}.toml"'
        return answer
    lines = list(csv.DictReader(io.StringIO(rules.rows_to_csv(reads.table_of(version)))))
    return tables.asked_for(request, sheet(name, list(lines[0])), lines)


def sheet(name: str, columns: list[str]) -> tables.Table:
    """The columns as the engine calls them, so that the file can be brought in again."""
    made = tuple(tables.Column(name=each, title=each, read=itemgetter(each)) for each in columns)
    return tables.Table(name=name, title=_("Rules"), columns=made, reads_back=True)
