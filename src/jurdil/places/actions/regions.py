"""Setting up the regions of the office, and the outlines to draw them."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.viewer import Viewer
from jurdil.places import catalogue, geometry, writing
from jurdil.places.models import Region
from jurdil.places.records import RegionCounts
from jurdil.places.wording import some


@act("places.set_up")
def set_up_regions(*, by: Viewer, regency: str) -> Done[RegionCounts]:
    """Copy the regency, its kecamatan and villages from the catalogue, once.

    Raises `catalogue.UnknownRegency`, or `Refused` when regions are there already.
    """
    if Region.objects.exists():
        raise Refused(_("Wilayah kantor ini sudah disiapkan."))
    counts = writing.write_regions(regency)
    facts = {
        "edition": catalogue.edition(),
        "kecamatan": counts.kecamatan,
        "villages": counts.villages,
    }
    return Done(counts, f"region:{regency}", regency, facts)


@act("places.set_boundaries")
def set_boundaries(
    *, by: Viewer, level: int, shapes: Mapping[str, geometry.Shape], source: str
) -> Done[int]:
    """Replace the outlines of one level (3 kecamatan, 4 village). Raises `Refused`."""
    known = set(Region.objects.filter(level=level).values_list("path", flat=True))
    if strangers := sorted(set(shapes) - known):
        raise Refused(
            _("Batas ini bukan milik wilayah kantor ini: %(codes)s.") % {"codes": some(strangers)}
        )
    count = writing.write_boundaries(level, shapes, source=source, edition=catalogue.edition())
    facts = {"level": level, "count": count, "source": source}
    return Done(count, f"boundary:{level}", by.path, facts)
