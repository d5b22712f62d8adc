"""The project's settings with the sample room in the house, for processes that tests start."""

from jurdil.project.settings import *  # noqa: F403
from jurdil.project.settings import INSTALLED_APPS as ROOMS_OF_THE_HOUSE

INSTALLED_APPS = [*ROOMS_OF_THE_HOUSE, "tests.kernel.sample_room"]
ROOT_URLCONF = "tests.kernel.sample_room.urls"
