from typing import Any

from tests.permissions.table import Row


def a_number_nobody_has(cast: dict[str, Any]) -> dict[str, Any]:
    return {"number": "no-such-number"}


ROWS: dict[str, Row] = {"documents.download": Row(everyone=404, args=a_number_nobody_has)}
