"""Django for the command line."""

import os


def start_django() -> None:
    """Load the settings and the rooms."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jurdil.project.settings")
    django.setup()
