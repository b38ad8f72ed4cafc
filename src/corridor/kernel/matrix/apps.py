from django.apps import AppConfig


class MatrixConfig(AppConfig):
    name = "corridor.kernel.matrix"
    label = "matrix"
