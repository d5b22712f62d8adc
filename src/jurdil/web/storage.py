"""Static files by their digest, those that scripts take from one another included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """A module names its parts by the digest of what it was tested with, never a newer one."""

    support_js_module_import_aggregation = True
