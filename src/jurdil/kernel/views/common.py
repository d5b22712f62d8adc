"""What the kernel's views share."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404

from jurdil.kernel.acts import Refused

T = TypeVar("T")


def found(query: Callable[..., T], *arguments: Any, **options: Any) -> T:
    """What a query returns; Http404 for what does not exist or lies outside the viewer's place."""
    try:
        return query(*arguments, **options)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def attempt(form: forms.Form, act: Callable[..., Any], **arguments: Any) -> Any:
    """What the act returns; None when a rule refused it, whose sentence then stands at the form."""
    try:
        return act(**arguments)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    except ValidationError as error:
        form.add_error("password" if "password" in form.fields else None, error)
    return None
