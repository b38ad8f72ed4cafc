from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    name = "corridor.kernel.background"
    label = "background"
