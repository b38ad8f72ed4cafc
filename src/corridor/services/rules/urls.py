"""Addresses of the rules: everybody reads and asks; the desk proposes and reviews."""

from django.urls import path

from corridor.services.rules import views

public = [
    path("rules/", views.tables, name="rules.tables"),
    path("rules/<slug:code>/", views.table, name="rules.table"),
    path("rules/<slug:code>/ask/", views.ask, name="rules.ask"),
    path("rules/<slug:code>/versions/", views.versions, name="rules.versions"),
    path("rules/<slug:code>/versions/<int:number>/", views.table, name="rules.version"),
]
