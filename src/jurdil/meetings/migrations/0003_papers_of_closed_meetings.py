"""Papers of closed plenaries that were drafted before papers had readers."""

from django.db import migrations

CLOSED = ("pleno-rutin", "pleno-tertutup")


def close(apps, schema_editor):
    Meeting = apps.get_model("meetings", "Meeting")
    Document = apps.get_model("kernel", "Document")
    held = Meeting.objects.filter(kind__in=CLOSED)
    for name in ("minutes", "invitation"):
        papers = held.filter(**{f"{name}__isnull": False}).values(name)
        Document.objects.filter(pk__in=papers, readers="").update(readers="kantor")


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0005_readers_of_papers"),
        ("meetings", "0002_votes_on_decisions"),
    ]

    operations = [migrations.RunPython(close, migrations.RunPython.noop)]
