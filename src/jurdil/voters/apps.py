from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VotersConfig(AppConfig):
    name = "jurdil.voters"
    verbose_name = _("Data Pemilih")

    def ready(self) -> None:
        from jurdil.voters import datasets

        datasets.register_all()
