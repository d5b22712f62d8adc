"""Entry of C.Hasil: the board, one form, lists, settings."""

from django.urls import path

from jurdil.results.views import entry as views
from jurdil.results.views import entry_board as boards

FORM = "entri/<int:election_id>/<slug:contest>/<recap_tps:path>/"

urlpatterns = [
    path("entri/", boards.index, name="entry_index"),
    path("entri/<int:election_id>/", boards.board, name="entry_board"),
    path("entri/<int:election_id>/mulai/", boards.start, name="entry_start"),
    path("entri/<int:election_id>/daftar/", boards.forms_by_state, name="entry_list"),
    path("entri/<int:election_id>/aturan/", boards.settings, name="entry_settings"),
    path("entri/<int:election_id>/kinerja/", boards.people, name="entry_people"),
    path("entri/<int:election_id>/lembar/", boards.sheets, name="entry_sheets"),
    path(
        "entri/<int:election_id>/lembar/<slug:contest>.<slug:kind>",
        boards.sheet,
        name="entry_sheet",
    ),
    path(FORM, views.entry, name="entry"),
    path(f"{FORM}draf/", views.draft, name="entry_draft"),
]
