from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResultsConfig(AppConfig):
    name = "jurdil.results"
    verbose_name = _("Hasil & Rekapitulasi")

    def ready(self) -> None:
        from jurdil.results import datasets

        datasets.register_all()
