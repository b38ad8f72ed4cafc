from typing import Any

from tests.permissions.table import EVERYONE, Row, only


def a_message_nobody_has(cast: dict[str, Any]) -> dict[str, Any]:
    return {"message_id": 999}


ROWS: dict[str, Row] = {
    "messaging.own": only(*EVERYONE[1:]),
    "messaging.outbox": only("bodil", "ivan"),
    "api:my_messages": Row(everyone=200, codes={"visitor": 401}),
    "api:messaging.read": Row(everyone=200, codes={"visitor": 401}, method="post"),
    "api:messaging.again": only(
        visitor=401, code=404, args=lambda _cast: {"number": 999}, method="post"
    ),
    "messaging.retry": only(code=404, args=a_message_nobody_has, method="post"),
}
