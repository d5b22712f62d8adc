from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class KernelConfig(AppConfig):
    name = "jurdil.kernel"
    verbose_name = _("Inti")

    def ready(self) -> None:
        from jurdil.kernel import accounts

        accounts.watch_second_factors()
        # Each room names the files it takes in `imports.py`, its daily duties in `daily.py`,
        # what phones may record and take along in `field.py`, which packages it takes in in
        # `exchange.py`, what it tells reports in `facts.py`, what the overseer's index may count in
        # `signals.py`.
        autodiscover_modules("imports", "daily", "field", "exchange", "facts", "signals")
