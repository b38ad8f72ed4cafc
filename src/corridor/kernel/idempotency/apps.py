from django.apps import AppConfig


class IdempotencyConfig(AppConfig):
    name = "corridor.kernel.idempotency"
    label = "idempotency"

    def ready(self) -> None:
        from corridor.kernel.idempotency import rules  # noqa: F401
