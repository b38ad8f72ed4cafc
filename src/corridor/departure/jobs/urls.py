"""Addresses of vacancies."""

from django.urls import path

from corridor.departure.jobs import views

public = [
    path("vacancies/", views.vacancies, name="jobs.vacancies"),
    path("vacancies/<str:number>/", views.vacancy, name="jobs.vacancy"),
]
desk = [
    path("vacancies/", views.desk_vacancies, name="jobs.desk"),
    path("vacancies/import/", views.bring_in, name="jobs.import"),
    path("vacancies/<str:number>/publish/", views.publish, name="jobs.publish"),
    path("vacancies/<str:number>/close/", views.close, name="jobs.close"),
]
