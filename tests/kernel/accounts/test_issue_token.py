import pytest
from tests.cast import Member

from corridor.kernel.accounts.api import actor_for, issue_token
from corridor.kernel.accounts.errors import ExpiryOutOfRange, NameTooLong, ScopesUnknown
from corridor.kernel.actors.api import Actor, Refused
from corridor.kernel.record.api import Entry

pytestmark = pytest.mark.django_db


def ask(member: Member, actor: Actor | None = None, **changed):
    wanted = {"name": "nightly import", "scopes": ["accounts.see"], "days": 30} | changed
    return issue_token(actor=actor or member.actor, user=member.user, **wanted)


def test_the_secret_is_given_once_and_kept_as_a_hash(amina: Member) -> None:
    token, secret = ask(amina)
    assert secret.startswith(token.beginning)
    assert secret not in str(vars(token))
    entry = Entry.objects.get()
    assert entry.facts == {"scopes": ["accounts.see"], "days": 30}


def test_a_scope_nobody_named_is_refused_with_its_name(amina: Member) -> None:
    with pytest.raises(ScopesUnknown) as refusal:
        ask(amina, scopes=["accounts.see", "acounts"])
    assert "acounts." in str(refusal.value)


@pytest.mark.parametrize("days", [0, 367, -1])
def test_it_lives_a_year_at_most(amina: Member, days: int) -> None:
    with pytest.raises(ExpiryOutOfRange):
        ask(amina, days=days)


def test_a_name_too_long_is_refused(amina: Member) -> None:
    with pytest.raises(NameTooLong):
        ask(amina, name="x" * 10_000)


def test_nobody_makes_one_for_another(ivan: Member, amina: Member) -> None:
    with pytest.raises(Refused):
        ask(amina, actor=ivan.actor)


def test_a_token_makes_no_tokens(amina: Member) -> None:
    with pytest.raises(Refused):
        ask(amina, actor=actor_for(amina.user, scopes=frozenset({"accounts"})))
