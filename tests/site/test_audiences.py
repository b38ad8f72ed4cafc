"""Whom the front page speaks to."""

from __future__ import annotations

from django.urls import reverse

from corridor.site.audiences import AUDIENCES


def test_every_audience_is_led_to_pages_that_exist() -> None:
    for audience in AUDIENCES:
        assert audience.links
        for _label, page, argument in audience.links:
            assert reverse(page, args=[argument] if argument else [])
