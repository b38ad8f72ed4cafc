"""Who the REST API takes a caller for."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone
from tests.cast import Member

from corridor.kernel.accounts.api import (
    api_auth_optional,
    close_account,
    issue_token,
    revoke_token,
)
from corridor.kernel.actors.api import COMMAND_LINE, Door

pytestmark = pytest.mark.django_db
ME = "/api/v1/accounts/me"


def bearer(secret: str) -> dict[str, str]:
    return {"HTTP_AUTHORIZATION": f"Bearer {secret}"}


@pytest.fixture
def key(bodil: Member) -> SimpleNamespace:
    """A token of Bodil's that may do everything of accounts."""
    token, secret = issue_token(
        actor=bodil.actor, user=bodil.user, name="import", scopes=["accounts"], days=7
    )
    return SimpleNamespace(token=token, secret=secret)


def test_a_token_speaks_for_its_owner_within_its_scopes(door: Client, bodil, key) -> None:
    answer = door.get(ME, **bearer(key.secret)).json()
    assert answer == {"user_id": bodil.user.pk, "roles": ["officer"], "scopes": ["accounts"]}


def test_a_session_speaks_for_whoever_signed_in(bodil: Member) -> None:
    assert bodil.client.get(ME).json()["scopes"] is None


def test_last_use_is_kept(door: Client, key) -> None:
    door.get(ME, **bearer(key.secret))
    key.token.refresh_from_db()
    first = key.token.last_used_at
    assert timezone.now() - first < timedelta(minutes=1)
    door.get(ME, **bearer(key.secret))
    key.token.refresh_from_db()
    assert key.token.last_used_at == first


def refused(answer) -> bool:
    problem = answer.json()
    assert answer.status_code == problem["status"] == 401
    assert answer["Content-Type"] == "application/problem+json"
    return problem["type"] == "accounts.token_refused"


def test_unknown_expired_and_revoked_tokens_are_refused_alike(door: Client, key) -> None:
    assert refused(door.get(ME, **bearer("corridor_guessed")))
    key.token.expires_at = timezone.now() - timedelta(seconds=1)
    key.token.save()
    expired = door.get(ME, **bearer(key.secret))
    assert refused(expired)
    key.token.expires_at = timezone.now() + timedelta(days=1)
    key.token.save()
    revoke_token(actor=COMMAND_LINE, token=key.token)
    assert refused(door.get(ME, **bearer(key.secret)))
    assert door.get(ME, **bearer(key.secret)).content == expired.content


def test_a_closed_account_takes_its_tokens_along(door: Client, bodil: Member, key) -> None:
    close_account(actor=COMMAND_LINE, user=bodil.user)
    assert refused(door.get(ME, **bearer(key.secret)))


def test_a_bad_token_is_not_saved_by_a_good_session(bodil: Member) -> None:
    assert refused(bodil.client.get(ME, **bearer("corridor_guessed")))


def test_without_either_the_answer_says_how(door: Client) -> None:
    answer = door.get(ME)
    assert answer.status_code == 401
    assert answer.json()["type"] == "accounts.sign_in_needed"
    assert answer["WWW-Authenticate"] == "Bearer"


def test_what_a_scope_leaves_out_looks_absent(door: Client, bodil: Member) -> None:
    _token, secret = issue_token(
        actor=bodil.actor, user=bodil.user, name="me", scopes=["accounts.see"], days=7
    )
    answer = door.get("/api/v1/accounts/invitations", **bearer(secret))
    assert (answer.status_code, answer.json()["type"]) == (404, "corridor.not_found")


def test_a_session_writes_only_with_its_csrf_token(bodil: Member) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(bodil.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = strict.post("/api/v1/accounts/invitations", {}, content_type="application/json")
    assert answer.status_code == 403


def test_a_public_endpoint_may_know_who_asks_and_need_not() -> None:
    request = RequestFactory().get("/")
    actor = api_auth_optional[-1](request)
    assert not actor.is_signed_in
    assert actor.door is Door.API
    assert request.actor is actor
