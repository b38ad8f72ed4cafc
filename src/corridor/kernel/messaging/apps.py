from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "corridor.kernel.messaging"
    label = "messaging"

    def ready(self) -> None:
        from corridor.kernel.messaging import permissions, retaining  # noqa: F401
        from corridor.kernel.messaging.acts import deliver  # noqa: F401
