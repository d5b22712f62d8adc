"""The type of a request once `ViewerMiddleware` has seen it; views say `request: Request`."""

from django.http import HttpRequest

from jurdil.kernel.models import Office
from jurdil.kernel.viewer import Viewer


class Request(HttpRequest):
    """A request with the office that it reached and the viewer who asks."""

    viewer: Viewer
    office: Office
