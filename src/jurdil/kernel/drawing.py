"""Pictures that the house draws by itself."""

import io

import segno
from django.utils.safestring import SafeString, mark_safe


def qr(text: str) -> SafeString:
    """A QR code as SVG; `text` is ours, and segno writes nothing of it as markup."""
    image = io.BytesIO()
    segno.make(text, error="m").save(
        image, kind="svg", border=2, xmldecl=False, svgclass="qr", lineclass=None, omitsize=True
    )
    return mark_safe(image.getvalue().decode())
