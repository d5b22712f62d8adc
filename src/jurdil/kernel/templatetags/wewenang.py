"""What a page needs to know of rights."""

from collections.abc import Mapping
from typing import Any

from django import template

from jurdil.kernel import policy

register = template.Library()


@register.simple_tag(takes_context=True)
def boleh(context: Mapping[str, Any], code: str) -> bool:
    """Whether the viewer has the right `code`, so that no button leads to a refusal."""
    return policy.allows(context["request"].viewer, code)
