"""Adjusting a draft of TPS."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AdjustForm(forms.Form):
    """The families of one RT at one TPS, and the TPS where they shall vote."""

    rw = forms.CharField(max_length=5, required=False, widget=forms.HiddenInput)
    rt = forms.CharField(max_length=5, required=False, widget=forms.HiddenInput)
    station = forms.IntegerField(min_value=0, max_value=999, widget=forms.HiddenInput)
    to = forms.IntegerField(label=_("Ke TPS"), min_value=1, max_value=999)
