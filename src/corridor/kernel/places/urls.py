"""Addresses of the code lists."""

from django.urls import path

from corridor.kernel.places import views

public = [
    path("occupations/", views.occupations, name="places.occupations"),
    path("occupations/<str:code>/", views.occupation, name="places.occupation"),
]
desk = [path("data/", views.data_sets, name="places.data_sets")]
