from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "corridor.kernel.record"
    label = "record"
