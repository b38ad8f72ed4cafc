from django.apps import AppConfig


class ActorsConfig(AppConfig):
    name = "corridor.kernel.actors"
    label = "actors"
