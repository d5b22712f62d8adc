from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SeatsConfig(AppConfig):
    name = "jurdil.seats"
    verbose_name = _("Kursi & Calon Terpilih")

    def ready(self) -> None:
        from jurdil.seats import datasets

        datasets.register_all()
