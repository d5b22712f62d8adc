"""Papers of secret letters that were drafted before papers had readers."""

from django.db import migrations


def close(apps, schema_editor):
    Letter = apps.get_model("office", "Letter")
    Document = apps.get_model("kernel", "Document")
    secret = Letter.objects.filter(nature="rahasia", document__isnull=False)
    Document.objects.filter(pk__in=secret.values("document")).update(readers="pimpinan")


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0005_readers_of_papers"),
        ("office", "0001_initial"),
    ]

    operations = [migrations.RunPython(close, migrations.RunPython.noop)]
