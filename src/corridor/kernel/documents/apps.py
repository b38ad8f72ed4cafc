from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "corridor.kernel.documents"
    label = "documents"
