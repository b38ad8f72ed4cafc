"""Addresses of rounds."""

from django.urls import path

from corridor.services.rounds import (
    views,
    views_agreement,
    views_appeals,
    views_offers,
    views_overrides,
    views_points,
    views_preview,
    views_procedure,
    views_questions,
    views_revealing,
    views_steps,
)

public = [
    path("points/", views_points.tables, name="rounds.points"),
    path("points/<slug:name>/", views_points.table, name="rounds.points_table"),
    path("rounds/", views.published, name="rounds.rounds"),
    path("rounds/<str:number>/report/", views_appeals.closing_report, name="rounds.report"),
    path("rounds/<str:number>/", views.round_page, name="rounds.round"),
    path("rounds/<str:number>/<str:vacancy>/", views.vacancy, name="rounds.vacancy"),
]
me = [
    path("fitting/", views.fitting, name="rounds.fitting"),
    path("offers/", views_offers.own, name="rounds.own_offers"),
    path("offers/<int:number>/", views_offers.offer, name="rounds.offer"),
    path("offers/<int:number>/accept/", views_offers.accept, name="rounds.accept"),
    path("offers/<int:number>/decline/", views_offers.decline, name="rounds.decline"),
    path("standing/", views_appeals.standing, name="rounds.standing"),
    path("standing/<int:number>/steps/", views_steps.own_steps, name="rounds.own_steps"),
    path("standing/<int:number>/appeal/", views_appeals.appeal, name="rounds.appeal"),
    path("hiring/rounds/", views_offers.hiring, name="rounds.hiring"),
    path(
        "hiring/offers/<int:number>/withdraw/",
        views_offers.withdraw,
        name="rounds.hiring_withdraw",
    ),
    path(
        "hiring/rounds/<str:number>/<str:vacancy>/",
        views_offers.hiring_vacancy,
        name="rounds.hiring_vacancy",
    ),
    path(
        "hiring/people/<int:number>/",
        views_revealing.hiring_person,
        name="rounds.hiring_person",
    ),
    path(
        "hiring/rounds/<str:number>/<str:vacancy>/steps/",
        views_steps.hiring_steps,
        name="rounds.hiring_steps",
    ),
]
desk = [
    path("rounds/", views.desk, name="rounds.desk"),
    path("rounds/start/", views.start, name="rounds.start"),
    path("rounds/<str:number>/change/", views_agreement.change, name="rounds.change"),
    path("rounds/<str:number>/parties/", views_agreement.parties, name="rounds.parties"),
    path(
        "rounds/<str:number>/procedure/",
        views_procedure.procedure,
        name="rounds.procedure",
    ),
    path("rounds/<str:number>/agree/", views_agreement.agree, name="rounds.agree"),
    path("rounds/<str:number>/take-back/", views_agreement.take_back, name="rounds.take_back"),
    path("rounds/<str:number>/start/", views.start_again, name="rounds.start_again"),
    path("rounds/<str:number>/offers/", views_offers.offers, name="rounds.offers"),
    path("rounds/<str:number>/<str:vacancy>/steps/", views_steps.steps, name="rounds.steps"),
    path("rounds/<str:number>/close/", views_appeals.close, name="rounds.close"),
    path("rounds/<str:number>/reserve/", views_appeals.renew, name="rounds.renew"),
    path("rounds/<str:number>/overrides/", views_overrides.overrides, name="rounds.overrides"),
    path("rounds/<str:number>/overrides/propose/", views_overrides.propose, name="rounds.propose"),
    path("overrides/", views_overrides.waiting, name="rounds.overrides_waiting"),
    path("overrides/<int:override>/", views_overrides.override, name="rounds.override"),
    path(
        "overrides/<int:override>/confirm/", views_overrides.confirm, name="rounds.confirm_override"
    ),
    path("overrides/<int:override>/undo/", views_overrides.undo, name="rounds.undo_override"),
    path("appeals/", views_appeals.appeals, name="rounds.appeals"),
    path("appeals/<int:number>/", views_appeals.decide, name="rounds.decide"),
    path("offers/<int:number>/withdraw/", views_offers.withdraw, name="rounds.withdraw"),
    path("offers/questioned/", views_questions.questioned, name="rounds.questioned"),
    path("offers/<int:number>/settle/", views_questions.settle, name="rounds.settle"),
    path("rounds/<str:number>/impact/", views_preview.impact, name="rounds.impact"),
    path("rounds/<str:number>/publish/", views.publish, name="rounds.publish"),
]
