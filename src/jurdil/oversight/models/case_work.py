"""What is done with a case: steps with their paper, clarification, Gakkumdu, hearing, referral."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.models.record import Record
from jurdil.oversight.models.case import Case, CaseParty


class CaseStep(Record):
    """A change of state, or of level, with the number of the paper that carried it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=30)
    before = models.CharField(max_length=24)
    after = models.CharField(max_length=24)
    level = models.CharField(max_length=10)
    paper = models.CharField(max_length=120)
    document = models.ForeignKey("kernel.Document", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=30, blank=True)
    found = models.JSONField(default=list, help_text="outcomes named by the paper")
    note = models.TextField(blank=True)
    taken_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["case", "taken_at"])]

    append_only = True


class CaseSummons(Record):
    """An invitation to a clarification and what came of it; the answers are sealed."""

    class State(models.TextChoices):
        INVITED = "diundang", _("Diundang")
        HEARD = "didengar", _("Sudah didengar")
        ABSENT = "tidak-hadir", _("Tidak hadir")

    case = models.ForeignKey(Case, models.PROTECT, related_name="summons")
    party = models.ForeignKey(CaseParty, models.PROTECT, related_name="summons")
    letter = models.CharField(max_length=120)
    held_at = models.DateTimeField()
    venue = models.CharField(max_length=160)
    state = models.CharField(max_length=12, choices=State.choices, default=State.INVITED)
    oath = models.BooleanField(default=False)
    paper = models.CharField(max_length=120, blank=True, help_text="number of the minutes")
    token = models.UUIDField(unique=True, null=True)
    key_id = models.CharField(max_length=20, blank=True)
    sealed = models.BinaryField(null=True, help_text="the answers")
    heard_name = models.CharField(max_length=120, blank=True)
    heard_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="didengar") | ~models.Q(paper=""),
                name="heard_party_has_its_minutes",
            )
        ]


class CaseMeeting(Record):
    """A meeting of Gakkumdu: who sat, which articles were tested, who said what, the minutes."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="meetings")
    stage = models.CharField(max_length=20)
    held_at = models.DateTimeField()
    members = models.JSONField(help_text="institution -> names of its officials")
    articles = models.JSONField(help_text="[{article, elements: [{element, met}]}]")
    opinions = models.JSONField(help_text="institution -> its opinion")
    conclusion = models.TextField()
    likely = models.BooleanField(help_text="whether a crime is held likely")
    paper = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(paper=""), name="gakkumdu_meeting_has_its_minutes"
            )
        ]

    append_only = True


class CaseEvent(Record):
    """What happened before police, prosecutor, court or KPU; some start or keep a clock."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="events")
    event = models.CharField(max_length=30)
    happened_at = models.DateTimeField()
    paper = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)

    append_only = True


class CaseHearing(Record):
    """A hearing of an administrative violation."""

    class Agenda(models.TextChoices):
        REPORT = "laporan", _("Pembacaan laporan atau temuan")
        ANSWER = "jawaban", _("Jawaban terlapor")
        PROOF = "pembuktian", _("Pembuktian")
        END = "kesimpulan", _("Kesimpulan")
        RULING = "putusan", _("Pembacaan putusan")

    case = models.ForeignKey(Case, models.PROTECT, related_name="hearings")
    agenda = models.CharField(max_length=12, choices=Agenda.choices)
    held_at = models.DateTimeField()
    paper = models.CharField(max_length=120)
    summary = models.TextField(blank=True)

    append_only = True


class CaseReferral(Record):
    """A case, or one of its outcomes, goes to somebody; what was answered and what became of it."""

    class Form(models.TextChoices):
        FORWARD = "penerusan", _("Penerusan")
        ADVICE = "rekomendasi", _("Rekomendasi")
        RULING = "putusan", _("Putusan")

    class Result(models.TextChoices):
        WAITING = "menunggu", _("Menunggu jawaban")
        FOLLOWED = "ditindaklanjuti", _("Ditindaklanjuti")
        PARTLY = "sebagian", _("Ditindaklanjuti sebagian")
        NOT = "tidak-ditindaklanjuti", _("Tidak ditindaklanjuti")

    case = models.ForeignKey(Case, models.PROTECT, related_name="referrals")
    key = models.UUIDField(unique=True)
    outcome = models.CharField(max_length=20)
    to = models.CharField(max_length=20)
    to_name = models.CharField(max_length=160)
    form = models.CharField(max_length=12, choices=Form.choices)
    letter = models.CharField(max_length=120)
    sent_on = models.DateField()
    content = models.TextField(blank=True, help_text="what is asked or ruled, without names")
    ends_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=24, choices=Result.choices, default=Result.WAITING)
    answer = models.TextField(blank=True)
    answer_letter = models.CharField(max_length=120, blank=True)
    answered_on = models.DateField(null=True)
    answer_name = models.CharField(max_length=120, blank=True)
