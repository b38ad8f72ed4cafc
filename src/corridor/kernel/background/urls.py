"""Addresses of background work."""

from django.urls import path

from corridor.kernel.background import views

desk = [
    path("jobs/", views.jobs, name="background.jobs"),
    path("jobs/<int:number>/", views.job, name="background.job"),
    path("jobs/<int:number>/cancel/", views.cancel, name="background.cancel"),
    path("jobs/<int:number>/retry/", views.retry, name="background.retry"),
]
