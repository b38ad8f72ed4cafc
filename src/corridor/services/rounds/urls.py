"""Addresses of rounds."""

from django.urls import path

from corridor.services.rounds import views, views_agreement

public = [
    path("rounds/", views.published, name="rounds.rounds"),
    path("rounds/<str:number>/", views.round_page, name="rounds.round"),
    path("rounds/<str:number>/<str:vacancy>/", views.vacancy, name="rounds.vacancy"),
]
me = [path("fitting/", views.fitting, name="rounds.fitting")]
desk = [
    path("rounds/", views.desk, name="rounds.desk"),
    path("rounds/start/", views.start, name="rounds.start"),
    path("rounds/<str:number>/change/", views_agreement.change, name="rounds.change"),
    path("rounds/<str:number>/parties/", views_agreement.parties, name="rounds.parties"),
    path("rounds/<str:number>/agree/", views_agreement.agree, name="rounds.agree"),
    path("rounds/<str:number>/take-back/", views_agreement.take_back, name="rounds.take_back"),
    path("rounds/<str:number>/start/", views.start_again, name="rounds.start_again"),
    path("rounds/<str:number>/publish/", views.publish, name="rounds.publish"),
]
