"""The form with which a file is brought in; its choices come from the kind of file."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from jurdil.kernel.language import say
from jurdil.kernel.queries.imports import Kind, OptionOffer
from jurdil.kernel.tables import MAX_BYTES

FILE = "berkas"
MEGABYTE = 1_000_000


class UploadForm(forms.Form):
    """A file of one kind, with the choices of that kind."""

    def __init__(self, *args, kind: Kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        suffixes = ", ".join(kind.suffixes)
        facts = {"suffixes": suffixes, "most": MAX_BYTES // MEGABYTE}
        self.fields[FILE] = forms.FileField(
            label=_("Berkas"),
            help_text=_("%(suffixes)s, paling besar %(most)s MB.") % facts,
            allow_empty_file=True,
            max_length=200,
            widget=forms.FileInput(attrs={"accept": ",".join(kind.suffixes)}),
        )
        for option in kind.options:
            self.fields[option.name] = _field(option)

    def clean(self):
        cleaned = super().clean() or {}
        file: UploadedFile | None = cleaned.get(FILE)
        if file is not None and (file.size or 0) > MAX_BYTES:
            facts = {"size": f"{(file.size or 0) / MEGABYTE:.1f}", "most": MAX_BYTES // MEGABYTE}
            sentence = _("Berkas ini %(size)s MB, sedangkan batasnya %(most)s MB. Pecah berkasnya.")
            self.add_error(FILE, sentence % facts)
        return cleaned

    def chosen(self) -> dict[str, str]:
        """The choices as the importer gets them: '1' or '' for yes and no."""
        values = {option.name: self.cleaned_data[option.name] for option in self.kind.options}
        return {name: _as_text(value) for name, value in values.items()}


def _field(option: OptionOffer) -> forms.Field:
    label, hint = say(option.label), say(option.hint)
    if option.choices is None:
        return forms.BooleanField(label=label, help_text=hint, required=False)
    offered = [(code, say(words)) for code, words in option.choices]
    if not option.required:
        offered.insert(0, ("", _("(tidak dipilih)")))
    return forms.ChoiceField(label=label, help_text=hint, required=option.required, choices=offered)


def _as_text(value: bool | str) -> str:
    if isinstance(value, bool):
        return "1" if value else ""
    return value
