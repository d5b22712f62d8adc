"""News about the office, own posts, the daily sheet."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from jurdil.kernel import clock, files, moments
from jurdil.kernel.actions.tasks import raise_task
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Election, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.reporting import clipping as law
from jurdil.reporting import days
from jurdil.reporting.models import ChannelMonth, Clipping, SheetSent
from jurdil.reporting.papers import sheets
from jurdil.reporting.records import NewClipping

ANSWER_WITHIN = timedelta(days=1)
FIRST_YEAR = 2000


@act("reporting.clip")
def clip(*, by: Viewer, new: NewClipping, election_id: int | None = None) -> Done[Clipping]:
    """Record an article; one that needs an answer becomes a task for tomorrow.

    Raises `Refused` without outlet or title, for a link that is none of the web, an unknown tone,
    a day that has not come, or one that is recorded already.
    """
    if not new.outlet.strip() or not new.title.strip():
        raise Refused(_("Isi nama media dan judul beritanya."))
    if new.published_on > clock.today():
        raise Refused(_("Tanggal terbit tidak boleh di masa depan."))
    link, tone = _link(new.link), _tone(new.tone)
    _require_new(by, link)
    made = Clipping.objects.create(
        path=by.path,
        outlet=new.outlet.strip(),
        institution=new.institution,
        title=new.title.strip(),
        link=link,
        published_on=new.published_on,
        tone=tone,
        topic=new.topic.strip(),
        stage=new.stage,
        needs_answer=new.needs_answer,
        note=new.note.strip(),
        account_name=by.name,
        noted_at=clock.now(),
    )
    if new.needs_answer and election_id is not None:
        _ask_answer(by, made, election_id)
    return _done(made, {"tone": tone, "task": made.task_id or 0})


@act("reporting.strike")
def strike_clipping(*, by: Viewer, clipping_id: int, reason: str) -> Done[Clipping]:
    """Strike an article that was recorded wrongly; it stays readable with the reason."""
    found = Clipping.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    made = found.get(pk=clipping_id)
    if not reason.strip():
        raise Refused(_("Tuliskan alasan pencoretan."))
    if made.struck:
        raise Refused(_("Kliping ini sudah dicoret."))
    made.struck = reason.strip()
    made.save(update_fields=["struck"])
    return _done(made, {"struck": True})


@act("reporting.channel")
def note_channel(
    *, by: Viewer, year: int, month: int, channel: str, posts: int, views: int | None, source: str
) -> Done[ChannelMonth]:
    """Record posts and views of a channel in a month; a later record of it counts instead.

    Raises `Refused` for a month that has not come, without channel or source.
    """
    today = clock.today()
    if not (year >= FIRST_YEAR and 1 <= month <= 12) or (year, month) > (today.year, today.month):
        raise Refused(_("Pilih bulan yang sudah berjalan."))
    if not channel.strip() or not source.strip():
        raise Refused(_("Isi nama kanal dan dari mana angkanya, misalnya statistik kanal itu."))
    made = ChannelMonth.objects.create(
        path=by.path,
        year=year,
        month=month,
        channel=channel.strip(),
        posts=posts,
        views=views,
        source=source.strip(),
        account_name=by.name,
        noted_at=clock.now(),
    )
    facts = {"year": year, "month": month, "posts": posts, "views": views or 0}
    return Done(made, f"channel:{made.pk}", made.path, facts)


@act("reporting.send_sheet")
def send_sheet(*, by: Viewer, day: date, sent_to: str) -> Done[SheetSent]:
    """Keep the sheet of a day as it goes out, and to whom.

    Raises `Refused` for a day that has not come, or without a receiver.
    """
    if day > clock.today():
        raise Refused(_("Lembar harian dikirim untuk hari yang sudah berjalan."))
    if not sent_to.strip():
        raise Refused(_("Isi kepada siapa lembar ini dikirim."))
    content = sheets.day_sheet(days.sheet_of(by, day))
    kept = files.keep(
        content,
        name=f"lembar-harian-{day}.pdf",
        media_type="application/pdf",
        level=StoredFile.Level.INTERNAL,
        path=by.path,
    )
    made = SheetSent.objects.create(
        path=by.path,
        day=day,
        file=kept,
        sent_to=sent_to.strip(),
        account_name=by.name,
        sent_at=clock.now(),
    )
    return Done(made, f"sheet:{made.pk}", made.path, {"day": str(day), "file": kept.sha256})


def _link(written: str) -> str:
    if not written.strip():
        return ""
    try:
        return law.safe_link(written)
    except ValueError:
        raise Refused(
            _("Tautan harus berupa alamat web yang diawali https:// atau http://.")
        ) from None


def _tone(written: str) -> str:
    try:
        return law.tone(written)
    except ValueError:
        raise Refused(_("Pilih nada berita: positif, netral, atau negatif.")) from None


def _require_new(by: Viewer, link: str) -> None:
    known = Clipping.objects.filter(path=by.path, link=link, struck="").first() if link else None
    if known is not None:
        raise Refused(
            _("Tautan ini sudah dicatat pada %(day)s: “%(title)s”.")
            % {"day": f"{known.published_on:%d-%m-%Y}", "title": known.title}
        )


def _ask_answer(by: Viewer, made: Clipping, election_id: int) -> None:
    election = Election.objects.get(pk=election_id)
    due = moments.end_of(clock.today() + ANSWER_WITHIN, clock.zone())
    made.task = raise_task(
        title=f"Tanggapi berita: {made.title}",
        title_en=f"Answer the article: {made.title}",
        election_id=election.pk,
        path=made.path,
        source=f"reporting:clipping:{made.pk}",
        division="parmas-sdm",
        due=due,
        subject=f"clipping:{made.pk}",
        basis=made.outlet,
    )
    made.save(update_fields=["task"])


def _done(made: Clipping, facts: dict) -> Done[Clipping]:
    return Done(made, f"clipping:{made.pk}", made.path, facts)
