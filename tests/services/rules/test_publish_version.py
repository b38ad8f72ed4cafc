"""Two people publish, and what is published never changes."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.record import api as record
from corridor.services.rules import api as rules


def test_a_second_person_publishes_it(proposed: rules.TableVersion, ivan: Member) -> None:
    done = rules.publish_version(actor=ivan.actor, version=proposed)
    assert (done.status, done.reviewer_key) == ("published", f"user:{ivan.user.pk}")
    assert rules.RuleTable.objects.get(code="lka-registration").current_id == done.pk
    entry = record.Entry.objects.get(verb="rules.published")
    assert entry.facts == {"code": "lka-registration", "number": 2}


def test_its_author_does_not(proposed: rules.TableVersion, bodil: Member) -> None:
    with pytest.raises(rules.SecondReaderNeeded):
        rules.publish_version(actor=bodil.actor, version=proposed)
    proposed.reviewer_key = proposed.author_key
    with pytest.raises(IntegrityError), transaction.atomic():
        proposed.save()


def test_nobody_by_name_does_not(proposed: rules.TableVersion, amina: Member) -> None:
    with pytest.raises(rules.SecondReaderNeeded):
        rules.publish_version(actor=COMMAND_LINE, version=proposed)
    with pytest.raises(Refused):
        rules.publish_version(actor=amina.actor, version=proposed)
    proposed.status = "published"
    with pytest.raises(IntegrityError), transaction.atomic():
        proposed.save()


def test_the_second_of_two_clicks_is_told_so(
    proposed: rules.TableVersion, ivan: Member, bodil: Member
) -> None:
    rules.publish_version(actor=ivan.actor, version=proposed)
    with pytest.raises(rules.NotInReview):
        rules.publish_version(actor=ivan.actor, version=proposed)
    with pytest.raises(rules.NotInReview):
        rules.take_back(actor=bodil.actor, version=proposed)


@pytest.mark.parametrize(
    "change",
    [{"text": "nothing"}, {"digest": "0" * 64}, {"number": 9}, {"status": "in_review"}],
    ids=lambda change: next(iter(change)),
)
def test_the_database_refuses_to_change_what_was_published(
    fee: rules.TableVersion, change: dict[str, object]
) -> None:
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        rules.TableVersion.objects.filter(pk=fee.pk).update(**change)
    fee.refresh_from_db()
    assert fee.status == "published"


def test_two_versions_do_not_have_one_number(proposed: rules.TableVersion) -> None:
    proposed.pk = None
    proposed.status, proposed.decided_at = "taken_back", proposed.proposed_at
    with pytest.raises(IntegrityError), transaction.atomic():
        proposed.save(force_insert=True)
