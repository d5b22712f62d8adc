"""Forms of the index, of vulnerable TPS and of KPU's own map."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PaperField
from jurdil.kernel.language import say
from jurdil.law.oversight import ikp_models
from jurdil.law.oversight.ikp_models import Model
from jurdil.law.oversight.tps_risk import Edition
from jurdil.office.forms.common import choose, day_field, law_choices, text_field

Places = list[tuple[str, str]]
PLACE = _("Tempat")


def indicator_choices(model: Model) -> list[tuple[str, list[tuple[int, str]]]]:
    """The indicators, grouped by sub-dimension."""
    return [
        (
            say(sub.name),
            [(one.number, f"{one.number}. {say(one.name)}") for one in model.under(sub.id)],
        )
        for sub in model.subdimensions
    ]


class EventForm(forms.Form):
    """An event of the index."""

    def __init__(self, *args: Any, places: Places, model: Model, **more: Any):
        super().__init__(*args, **more)
        self.fields["indicator"] = choose(_("Indikator"), indicator_choices(model))
        self.fields["path"] = choose(PLACE, places)
        self.fields["severity"] = choose(_("Tingkat kejadian"), law_choices(dict(model.severities)))
        self.fields["count"] = forms.IntegerField(
            label=_("Jumlah kejadian"), min_value=1, max_value=9999, initial=1
        )
        self.fields["happened_on"] = day_field(_("Tanggal kejadian"), initial=clock.today)
        self.fields["source"] = forms.CharField(
            label=_("Sumber"),
            max_length=200,
            help_text=_("Siapa yang menyatakan: KPU, Bawaslu, kepolisian, BPBD, media."),
        )
        self.fields["narrative"] = text_field(_("Uraian"), max_length=4000)
        self.fields["upload"] = PaperField(label=_("Dokumen pendukung"), required=False)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Alasan"), max_length=300)


class DecideForm(forms.Form):
    """Accept or refuse a proposal."""

    reason = forms.CharField(label=_("Alasan (wajib bila ditolak)"), max_length=300, required=False)


class PublishedForm(forms.Form):
    """A score that Bawaslu published."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        editions = {one.id: one for one in ikp_models.models()}
        groups = [
            (say(one.name), [(f"{one.id}:{g.id}", say(g.name)) for g in one.classes])
            for one in editions.values()
        ]
        self.fields["group"] = choose(_("Edisi dan kelas"), groups)
        self.fields["score"] = forms.DecimalField(
            label=_("Skor"), min_value=0, max_value=100, max_digits=5, decimal_places=2
        )
        self.fields["published_on"] = day_field(_("Diterbitkan"))
        self.fields["source"] = forms.CharField(label=_("Sumber"), max_length=200)

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        edition, _sign, group = self.cleaned_data["group"].partition(":")
        return {**self.cleaned_data, "edition": edition, "group": group}


class WhatIfForm(forms.Form):
    """What if so many events of an indicator happened in a kecamatan."""

    def __init__(self, *args: Any, districts: Places, model: Model, **more: Any):
        super().__init__(*args, **more)
        self.fields["wilayah"] = choose(_("Kecamatan"), districts)
        self.fields["indikator"] = choose(_("Indikator"), indicator_choices(model))
        self.fields["jumlah"] = forms.IntegerField(
            label=_("Jumlah kejadian"), min_value=1, max_value=999, initial=1
        )


class FlagForm(forms.Form):
    """Indicators of a TPS that rest on the same evidence."""

    def __init__(self, *args: Any, stations: Places, edition: Edition, **more: Any):
        super().__init__(*args, **more)
        self.fields["path"] = choose(_("TPS"), stations)
        self.fields["signs"] = forms.MultipleChoiceField(
            label=_("Indikator"),
            choices=[
                (say(name), [(one.id, say(one.name)) for one in edition.under(code)])
                for code, name in edition.variables.items()
            ],
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["evidence"] = forms.CharField(
            label=_("Bukti"),
            max_length=300,
            help_text=_("Apa yang dilihat, dokumen, atau kejadian sebelumnya."),
        )
        self.fields["count"] = forms.IntegerField(
            label=_("Jumlah pemilih (bila ada)"), min_value=1, max_value=9999, required=False
        )
        self.fields["upload"] = PaperField(label=_("Foto atau dokumen"), required=False)


class KpuRiskForm(forms.Form):
    """A row of KPU's own map."""

    def __init__(self, *args: Any, places: Places, **more: Any):
        super().__init__(*args, **more)
        self.fields["path"] = choose(PLACE, places)
        self.fields["theme"] = forms.CharField(label=_("Tema menurut KPU"), max_length=120)
        self.fields["level"] = forms.CharField(label=_("Tingkat menurut KPU"), max_length=60)
        self.fields["note"] = text_field(_("Catatan"), required=False)
        self.fields["source"] = forms.CharField(label=_("Surat atau berkas KPU"), max_length=200)
