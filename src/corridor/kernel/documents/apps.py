from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "corridor.kernel.documents"
    label = "documents"

    def ready(self) -> None:
        from corridor.kernel.documents import permissions  # noqa: F401
