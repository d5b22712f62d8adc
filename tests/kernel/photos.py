"""Made-up photos as phones send them after their event, in pieces."""

import hashlib
import io

from PIL import Image


def picture(size=(900, 700)):
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "rumah pelapor"
    noise = Image.effect_noise(size, 90).convert("RGB")
    noise.save(out, "JPEG", quality=90, exif=exif)
    return out.getvalue()


def listed(*contents, name="foto.jpg"):
    """What an event says of the files that come after it."""
    return [
        {"name": name, "size": len(one), "sha256": hashlib.sha256(one).hexdigest()}
        for one in contents
    ]


def piece(client, key, number, begins, content):
    url = f"/sync/{key}/{number}/?mulai={begins}"
    return client.post(url, content, content_type="application/octet-stream")


def send(client, key, content, number=0, size=100_000):
    have, answer = 0, {}
    while have < len(content):
        answer = piece(client, key, number, have, content[have : have + size]).json()
        if answer["done"] or answer["have"] <= have:
            return answer
        have = answer["have"]
    return answer
