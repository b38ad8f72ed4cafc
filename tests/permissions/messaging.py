from typing import Any

from tests.permissions.table import EVERYONE, Row, only


def a_message_nobody_has(cast: dict[str, Any]) -> dict[str, Any]:
    return {"message_id": 999}


ROWS: dict[str, Row] = {
    "messaging.own": only(*EVERYONE[1:]),
    "messaging.outbox": only("bodil", "ivan"),
    "api:my_messages": Row(everyone=200, codes={"visitor": 401}),
    "messaging.retry": only(code=404, args=a_message_nobody_has, method="post"),
}
