from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VotersConfig(AppConfig):
    name = "jurdil.voters"
    verbose_name = _("Data Pemilih")

    def ready(self) -> None:
        from jurdil.voters import datasets
        from jurdil.voters.pdpb import importing, sidalih_file  # noqa: F401  (register their kinds)

        datasets.register_all()
