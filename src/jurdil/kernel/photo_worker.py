"""Turn one untrusted picture or PDF into plain JPEG pages, in a process of its own.

Run as ``python -m jurdil.kernel.photo_worker`` with the file on standard input. It may use one
gigabyte and twenty seconds; whatever goes wrong in here ends this process and nothing else.
Standard output: for each page four bytes of length, then the JPEG. Exit code 2: no picture.
"""

import io
import resource
import struct
import sys

MEMORY = 1 << 30
SECONDS = 20
PIXELS = 60_000_000
PAGES = 40
LONGEST = 2000
QUALITY = 82
PAPER = 3000
"""Longest side of a PDF page in points; A0 is 3370 by 2384, a C.Hasil page is smaller."""


def main() -> int:
    """Read, draw, write; returns the exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    content = sys.stdin.buffer.read()
    pages = _pdf(content) if content[:5] == b"%PDF-" else _picture(content)
    for page in pages:
        sys.stdout.buffer.write(struct.pack(">I", len(page)) + page)
    return 0


def _picture(content: bytes):
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = PIXELS
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
        if picture.width * picture.height > PIXELS:
            raise ValueError("too many pixels")
        yield _jpeg(ImageOps.exif_transpose(picture))


def _pdf(content: bytes):
    import pypdfium2

    paper = pypdfium2.PdfDocument(content)
    if len(paper) > PAGES:
        raise ValueError("too many pages")
    for page in paper:
        longest = max(page.get_size())
        if not 0 < longest <= PAPER:
            raise ValueError("no page size")
        yield _jpeg(page.render(scale=LONGEST / longest).to_pil())


def _jpeg(picture) -> bytes:
    picture = picture.convert("RGB")
    picture.info = {}  # a comment or description would be written again
    picture.thumbnail((LONGEST, LONGEST))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
