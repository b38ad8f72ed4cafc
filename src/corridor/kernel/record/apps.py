from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "corridor.kernel.record"
    label = "record"

    def ready(self) -> None:
        from corridor.kernel.record import permissions, rules  # noqa: F401
        from corridor.kernel.record.acts.note import note
        from corridor.kernel.tables.api import provide_notary

        provide_notary(note)
