"""News about the office, its own posts, and daily sheets that were sent."""

from django.db import models

from jurdil.kernel.fields import PathField


class Clipping(models.Model):
    """An article about the office. One entered wrongly is struck with a reason and entered anew."""

    path = PathField()
    outlet = models.CharField(max_length=160)
    institution = models.BigIntegerField(null=True, help_text="of the directory, if it is there")
    title = models.CharField(max_length=250)
    link = models.CharField(max_length=500, blank=True)
    published_on = models.DateField()
    tone = models.CharField(max_length=8)
    topic = models.CharField(max_length=80, blank=True)
    stage = models.CharField(max_length=60, blank=True)
    needs_answer = models.BooleanField(default=False)
    task = models.ForeignKey("kernel.Task", models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)
    struck = models.TextField(blank=True, help_text="why, when it was struck")
    account_name = models.CharField(max_length=120)
    noted_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["published_on"])]


class ChannelMonth(models.Model):
    """Posts and views of one channel in a month; the newest row counts."""

    path = PathField()
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=40)
    posts = models.PositiveIntegerField()
    views = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=160)
    account_name = models.CharField(max_length=120)
    noted_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]


class SheetSent(models.Model):
    """A daily sheet as it was sent: the file that went out, and to whom."""

    path = PathField()
    day = models.DateField()
    file = models.ForeignKey("kernel.StoredFile", models.PROTECT, related_name="+")
    sent_to = models.CharField(max_length=160)
    account_name = models.CharField(max_length=120)
    sent_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]
