"""A photo taken now, or files chosen."""

import pytest
from django.utils.datastructures import MultiValueDict
from tests.kernel.documents.files import picture, upload

from corridor.kernel.people.forms_photo import PhotoForm


def page(name: str):
    return upload(name, picture("JPEG"))


def test_the_photo_is_the_first_page_and_the_files_follow_in_their_order() -> None:
    chosen = [page("two.jpg"), page("three.jpg")]
    form = PhotoForm({}, MultiValueDict({"taken": [page("one.jpg")], "chosen": chosen}))
    assert form.is_valid(), form.errors
    assert [each.name for each in form.uploads()] == ["one.jpg", "two.jpg", "three.jpg"]


def test_nothing_chosen_is_told() -> None:
    form = PhotoForm({}, MultiValueDict())
    assert not form.is_valid()
    assert "choose a file" in str(form.errors)


@pytest.mark.parametrize("part", ['capture="environment"', 'accept="image/*"', "multiple"])
def test_the_phone_offers_its_camera_and_several_files(part: str) -> None:
    assert part in str(PhotoForm())
