"""Addresses of the matrix."""

from django.urls import path

from corridor.kernel.matrix import views

public = [
    path("matrix", views.index, name="matrix.rows"),
    path("matrix/<str:code>", views.row, name="matrix.row"),
]
