"""Addresses of the record."""

from django.urls import path

from corridor.kernel.record import views

desk = [path("record/", views.desk, name="record.desk")]
