from django.urls import path

from corridor.kernel.messaging import views

me = [path("messages/", views.own_messages, name="messaging.own")]
desk = [
    path("messages/", views.outbox, name="messaging.outbox"),
    path("messages/<int:message_id>/retry/", views.retry, name="messaging.retry"),
]
