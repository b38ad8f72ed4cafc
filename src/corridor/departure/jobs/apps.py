from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "corridor.departure.jobs"
    label = "jobs"
