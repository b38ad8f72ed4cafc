"""Addresses of vacancies."""

from django.urls import path

from corridor.departure.jobs import (
    views,
    views_applicants,
    views_applying,
    views_checking,
    views_hiring,
    views_importing,
    views_orders,
    views_picking,
    views_searching,
)

public = [
    path("vacancies/", views.vacancies, name="jobs.vacancies"),
    path("vacancies/<str:number>/", views.vacancy, name="jobs.vacancy"),
    path("searches/stop/<str:code>/", views_searching.stop_alerts, name="jobs.stop_alerts"),
]
me = [
    path("searches/", views_searching.searches, name="jobs.searches"),
    path("searches/<int:search>/", views_searching.change_search, name="jobs.search_change"),
    path("applications/", views_applying.applications, name="jobs.applications"),
    path("applications/<str:number>/", views_applying.application, name="jobs.application"),
    path(
        "applications/<str:number>/change/",
        views_applying.change,
        name="jobs.application_change",
    ),
    path("vacancies/<str:number>/apply/", views_applying.apply, name="jobs.apply"),
    path("vacancies/<str:number>/save/", views_applying.save, name="jobs.save"),
    path("shared/<int:share>/", views_applicants.shared, name="jobs.shared"),
    path(
        "shared/<int:share>/<str:application>/",
        views_applicants.shared_applicant,
        name="jobs.shared_applicant",
    ),
    path(
        "hiring/vacancies/<str:number>/applicants/",
        views_applicants.listed,
        name="jobs.hiring_applicants",
    ),
    path(
        "hiring/vacancies/<str:number>/applicants/<str:application>/",
        views_applicants.applicant,
        name="jobs.hiring_applicant",
    ),
    path(
        "hiring/vacancies/<str:number>/shares/<int:share>/end/",
        views_applicants.end_share,
        name="jobs.end_share",
    ),
    path("hiring/", views_hiring.hiring, name="jobs.hiring"),
    path("hiring/import/", views_importing.files, name="jobs.hiring_imports"),
    path("hiring/import/<int:number>/", views_importing.file, name="jobs.hiring_import"),
    path(
        "hiring/import/<int:number>/do/<slug:verb>/",
        views_importing.act,
        name="jobs.hiring_import_act",
    ),
    path("hiring/vacancies/new/", views_hiring.new, name="jobs.hiring_new"),
    path("hiring/vacancies/<str:number>/", views_hiring.own_vacancy, name="jobs.hiring_vacancy"),
    path(
        "hiring/vacancies/<str:number>/preview/", views_hiring.preview, name="jobs.hiring_preview"
    ),
    path(
        "hiring/vacancies/<str:number>/occupation/",
        views_picking.occupation,
        name="jobs.hiring_occupation",
    ),
    path("hiring/vacancies/<str:number>/skills/", views_picking.skills, name="jobs.hiring_skills"),
    path(
        "hiring/vacancies/<str:number>/edit/<slug:part>/",
        views_hiring.edit,
        name="jobs.hiring_edit",
    ),
    path("hiring/vacancies/<str:number>/do/<slug:verb>/", views_hiring.act, name="jobs.hiring_act"),
    path("hiring/orders/", views_orders.own_orders, name="jobs.hiring_orders"),
    path(
        "hiring/orders/<str:number>/withdraw/",
        views_orders.withdraw,
        name="jobs.hiring_order_withdraw",
    ),
]
desk = [
    path("vacancies/", views.desk_vacancies, name="jobs.desk"),
    path("vacancies/import/", views.bring_in, name="jobs.import"),
    path("vacancies/<str:number>/check/", views_checking.check, name="jobs.check"),
    path(
        "vacancies/<str:number>/terms/<int:amendment>/",
        views_checking.terms,
        name="jobs.terms_check",
    ),
    path("orders/", views_orders.desk_orders, name="jobs.desk_orders"),
    path("orders/<str:number>/", views_orders.desk_order, name="jobs.desk_order"),
    path("vacancies/<str:number>/publish/", views.publish, name="jobs.publish"),
    path("vacancies/<str:number>/close/", views.close, name="jobs.close"),
    path("vacancies/<str:number>/reopen/", views.reopen, name="jobs.reopen"),
]
