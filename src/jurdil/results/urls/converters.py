"""The room's places in addresses, registered once."""

from django.urls import register_converter

from jurdil.places.converters import RegionConverter, TpsConverter

register_converter(RegionConverter, "recap_place")
register_converter(TpsConverter, "recap_tps")
