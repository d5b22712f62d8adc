"""How forms look: label, hint, error and input in the order in which they are read."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """The form renderer of the house (setting FORM_RENDERER)."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"
