"""How places stand in addresses: ``/wilayah/73.12.01.1001/007/``."""


class RegionConverter:
    """The path of a region, regency to village."""

    regex = r"[0-9]{2}\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{4})?)?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class TpsConverter(RegionConverter):
    """The path of a TPS: its village and three digits."""

    regex = r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}/[0-9]{3}"
