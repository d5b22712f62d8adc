from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    name = "jurdil.web"
    verbose_name = _("Bingkai halaman")

    def ready(self) -> None:
        # Each room names its links in `nav.py` and its panels in `panels.py`.
        autodiscover_modules("nav", "kernel_nav", "panels")
