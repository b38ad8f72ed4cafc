"""Addresses of the record."""

from django.urls import path

from corridor.kernel.record import publishing, views

public = [
    path("record/roots/", publishing.published, name="record.roots"),
    path("record/roots.atom", publishing.RootsFeed(), name="record.roots_feed"),
]
desk = [path("record/", views.desk, name="record.desk")]
