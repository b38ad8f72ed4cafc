"""Addresses of the rules: everybody reads and asks; the desk proposes and reviews."""

from django.urls import path

from corridor.services.rules import views, views_desk

public = [
    path("rules/", views.tables, name="rules.tables"),
    path("rules/<slug:code>/", views.table, name="rules.table"),
    path("rules/<slug:code>/ask/", views.ask, name="rules.ask"),
    path("rules/<slug:code>/versions/", views.versions, name="rules.versions"),
    path("rules/<slug:code>/versions/<int:number>/", views.table, name="rules.version"),
]
desk = [
    path("rules/", views_desk.desk, name="rules.desk"),
    path("rules/propose/", views_desk.propose, name="rules.propose"),
    path("rules/<slug:code>/<int:number>/", views_desk.review, name="rules.review"),
    path("rules/<slug:code>/<int:number>/decide/", views_desk.decide, name="rules.decide"),
]
