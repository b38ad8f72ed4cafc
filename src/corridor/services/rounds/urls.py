"""Addresses of rounds."""

from django.urls import path

from corridor.services.rounds import views

public = [
    path("rounds/", views.published, name="rounds.rounds"),
    path("rounds/<str:number>/", views.round_page, name="rounds.round"),
    path("rounds/<str:number>/<str:vacancy>/", views.vacancy, name="rounds.vacancy"),
]
me = [path("fitting/", views.fitting, name="rounds.fitting")]
desk = [
    path("rounds/", views.desk, name="rounds.desk"),
    path("rounds/start/", views.start, name="rounds.start"),
    path("rounds/<str:number>/start/", views.start_again, name="rounds.start_again"),
    path("rounds/<str:number>/publish/", views.publish, name="rounds.publish"),
]
