"""What a photo may be at most: nobody unpacks more points than a paper holds."""

import io

import pytest
from PIL import Image

from jurdil.kernel import photos
from jurdil.kernel.acts import Refused

pytestmark = pytest.mark.django_db


def small_file_of(width, height):
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


def test_more_than_sixty_million_points_are_refused_before_they_are_unpacked():
    content = small_file_of(8_000, 7_600)
    assert len(content) < 100_000
    with pytest.raises(Refused, match="tidak dapat dibuka"):
        photos.examine(content, "besar.png")
    assert photos.examine(small_file_of(800, 760), "kecil.png").pages
