"""Who somebody is, sealed and apart from what happened."""

from django.db import models


class SealedPerson(models.Model):
    """A person's facts under a key that lies outside the data; `token` binds them to this row.

    Concerns keep such a row in a table of its own, beside the row that tells what happened.
    """

    token = models.UUIDField(unique=True)
    key_id = models.CharField(max_length=20)
    sealed = models.BinaryField()

    class Meta:
        abstract = True
