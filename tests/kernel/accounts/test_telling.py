from types import SimpleNamespace

import pytest
from tests.kernel.accounts.conftest import Letter

from corridor.kernel.accounts import telling


@pytest.mark.parametrize(
    ("email", "reached"),
    [("amina@example.org", "amina@example.org"), (None, "+254712345678")],
)
def test_people_are_reached_by_e_mail_or_else_by_phone(
    post: list[Letter], email: str | None, reached: str
) -> None:
    user = SimpleNamespace(email=email, phone="+254712345678", language="es")
    telling.tell_user(user, "accounts/changed", context={"what": "password_changed"})
    assert (str(post[0].to), post[0].language) == (reached, "es")
