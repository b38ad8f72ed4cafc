"""The signature is that of the Standard Webhooks specification."""

from __future__ import annotations

import pytest

from corridor.kernel.webhooks import signing

# The example of the specification's reference libraries.
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
MESSAGE = {"message_id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "timestamp": 1614265330}
BODY = '{"test": 2432232314}'


def test_the_published_example_is_signed_as_published() -> None:
    found = signing.signature(SECRET, body=BODY, **MESSAGE)
    assert found == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_while_a_secret_is_replaced_either_of_the_two_will_do() -> None:
    old, new = signing.new_secret(), signing.new_secret()
    given = signing.headers([new, old], body=BODY, **MESSAGE)
    now = MESSAGE["timestamp"]
    assert signing.is_genuine(old, given, BODY, now=now)
    assert signing.is_genuine(new, given, BODY, now=now)
    assert not signing.is_genuine(signing.new_secret(), given, BODY, now=now)


@pytest.mark.parametrize(
    ("change", "body", "late"),
    [
        ({}, BODY + " ", 0),
        ({"webhook-id": "msg_other"}, BODY, 0),
        ({"webhook-timestamp": "1614265331"}, BODY, 0),
        ({"webhook-timestamp": "soon"}, BODY, 0),
        ({"webhook-signature": "v1,nonsense"}, BODY, 0),
        ({}, BODY, signing.TOLERANCE_SECONDS + 1),
    ],
)
def test_what_was_changed_or_is_old_is_not_genuine(change, body: str, late: int) -> None:
    given = {**signing.headers([SECRET], body=BODY, **MESSAGE), **change}
    assert not signing.is_genuine(SECRET, given, body, now=MESSAGE["timestamp"] + late)


def test_a_secret_is_kept_sealed_with_the_platforms_key(settings) -> None:
    sealed = signing.seal(SECRET)
    assert SECRET.removeprefix("whsec_") not in sealed
    assert signing.unseal(sealed) == SECRET
    settings.SECRET_KEY = "another key that is long enough for anybody"
    assert signing.unseal(sealed) is None
