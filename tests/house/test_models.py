"""Foreign keys keep to the reading order, also those written as strings."""

from __future__ import annotations

from django.apps import apps
from django.conf import settings


def position(label: str) -> int:
    names = [apps.get_app_config(name.rpartition(".")[2]).label for name in settings.CORRIDOR_APPS]
    return names.index(label) if label in names else -1


def test_no_table_points_at_an_app_above_its_own() -> None:
    wrong = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model.__module__.startswith("corridor.")
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model is not None
        if position(field.related_model._meta.app_label) > position(model._meta.app_label)
    ]
    assert wrong == []


def test_every_table_says_what_personal_data_it_holds_and_how_long() -> None:
    silent = [
        model._meta.label
        for model in apps.get_models()
        if model.__module__.startswith("corridor.")
        if "personal data" not in (model.__doc__ or "").lower()
        or "kept" not in model.__doc__.lower()
    ]
    assert silent == []
