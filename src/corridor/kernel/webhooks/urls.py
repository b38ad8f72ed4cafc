"""Addresses of webhooks: the same pages under /me/ and at the desk."""

from django.urls import path

from corridor.kernel.webhooks import views

me = [
    path("webhooks/", views.listed, name="webhooks.own"),
    path("webhooks/add/", views.add, name="webhooks.add"),
    path("webhooks/<int:number>/", views.endpoint, name="webhooks.endpoint"),
    path("webhooks/<int:number>/change/", views.change, name="webhooks.change"),
    path("webhooks/<int:number>/secret/", views.secret, name="webhooks.secret"),
    path("webhooks/<int:number>/remove/", views.remove, name="webhooks.remove"),
    path("webhooks/<int:number>/do/", views.do, name="webhooks.do"),
    path(
        "webhooks/<int:number>/deliveries/<str:message_id>/",
        views.posting,
        name="webhooks.posting",
    ),
]
desk = [path("webhooks/", views.at_the_desk, name="webhooks.desk")]
