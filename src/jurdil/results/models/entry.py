"""Double entry: how an office types, where each form stands, drafts, readings, what was decided.

`Bacaan` and `PutusanEntri` only grow. A draft (`Draf`) is what somebody is typing and becomes a
reading when it is sent. Readings are seen by nobody but their own typist until the form is agreed,
a coordinator opened them (which is recorded), or they differ.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.fields import PathField
from jurdil.law.entry import NAMES, State

STATES = [(state.value, name.id) for state, name in NAMES.items()]


class AturanEntri(models.Model):
    """How a contest is typed: where (`seat`) and whether Sirekap's export is the first reading."""

    class Seat(models.TextChoices):
        REGENCY = "kabko", _("Di kantor kabupaten/kota")
        PPK = "ppk", _("Di PPK")

    class Mode(models.TextChoices):
        TWO = "dua-entri", _("Dua orang mengetik")
        SIREKAP = "sirekap", _("Sirekap sebagai bacaan pertama, satu orang mengetik")

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    seat = models.CharField(max_length=6, choices=Seat.choices, default=Seat.REGENCY)
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.TWO)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "contest"], name="entry_rule_once")
        ]


class Entri(models.Model):
    """The entry of one form; columns mirror `law.entry.Entry`. `round` grows as it begins anew."""

    election = models.ForeignKey("kernel.Election", models.PROTECT, related_name="+")
    contest = models.CharField(max_length=20)
    path = PathField()
    dapil = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=12, choices=STATES, default=State.EMPTY.value)
    first = models.BigIntegerField(null=True, help_text="0 for a file or Sirekap")
    second = models.BigIntegerField(null=True)
    first_again = models.BooleanField(default=False)
    second_again = models.BooleanField(default=False)
    undo_by = models.BigIntegerField(null=True)
    undo_reason = models.TextField(blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "contest", "path"], name="entry_once_per_form"
            ),
            models.CheckConstraint(
                condition=models.Q(second__isnull=True) | ~models.Q(first=models.F("second")),
                name="entry_two_people",
            ),
        ]
        indexes = [models.Index(fields=["election", "contest", "state", "path"])]


class Draf(models.Model):
    """What somebody types now: cells as typed, also faulty ones; `only` while reading again.

    A cell of ``-`` is empty on the paper. `notes` are the explanations of warnings by check. The
    form is locked for its typist until some time after `touched_at`.
    """

    entry = models.ForeignKey(Entri, models.CASCADE, related_name="drafts")
    slot = models.PositiveSmallIntegerField()
    account = models.BigIntegerField()
    account_name = models.CharField(max_length=120)
    cells = models.JSONField(default=dict)
    notes = models.JSONField(default=dict)
    only = models.JSONField(default=list)
    paused = models.BooleanField(default=False)
    saves = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField()
    touched_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "slot"], name="draft_once_per_reading")
        ]


class Bacaan(models.Model):
    """A reading of a form as it was sent; a second look at some fields is a new reading."""

    class Source(models.TextChoices):
        TYPED = "ketik", _("Diketik dari kertas")
        FILE = "berkas", _("Dari berkas")
        SIREKAP = "sirekap", _("Dari ekspor Sirekap")

    entry = models.ForeignKey(Entri, models.PROTECT, related_name="readings")
    round = models.PositiveSmallIntegerField()
    slot = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=8, choices=Source.choices, default=Source.TYPED)
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    figures = models.TextField()
    notes = models.JSONField(default=dict)
    document = models.ForeignKey("kernel.StoredFile", models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()

    append_only = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "round", "slot", "number"], name="reading_once"
            )
        ]
        ordering = ["round", "slot", "number"]


class PutusanEntri(models.Model):
    """What a coordinator did about a form: opened a reading, confirmed, sent back, decided, ...

    `fields` maps a decided field to ``[choice, value, reason]``, choice one of 1, 2 and 0 (typed
    from the paper); an absent value is null.
    """

    class Kind(models.TextChoices):
        OPENED = "buka", _("Membuka bacaan")
        CONFIRMED = "cocok", _("Kertas memang demikian")
        SENT_BACK = "kembali", _("Dikembalikan kepada pengetik")
        DISCARDED = "buang", _("Bacaan dibuang")
        ESCALATED = "lanjut", _("Tanpa bacaan ulang")
        DECIDED = "putus", _("Diputuskan per kolom")
        UNDO_ASKED = "minta-ulang", _("Meminta entri ulang")
        UNDO_GRANTED = "ulang", _("Entri ulang disetujui")
        UNDO_REFUSED = "tolak-ulang", _("Entri ulang ditolak")
        FREED = "bebas", _("Kunci dibuka")

    entry = models.ForeignKey(Entri, models.PROTECT, related_name="decisions")
    round = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    reason = models.TextField(blank=True)
    fields = models.JSONField(default=dict)
    account = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ["pk"]
