"""Addresses of correction advice and draft findings."""

from django.urls import path

from jurdil.oversight.views import advice

urlpatterns = [
    path("saran/", advice.given, name="advice_list"),
    path("saran/baru/", advice.give, name="advice_new"),
    path("saran/<int:advice_id>/", advice.advice, name="advice"),
    path("saran/<int:advice_id>/kirim/", advice.send, name="advice_send"),
    path("saran/<int:advice_id>/jawaban/", advice.answered, name="advice_answered"),
    path("saran/<int:advice_id>/bukti/<int:file_id>/", advice.evidence, name="advice_file"),
    path("saran-masuk/", advice.inbox, name="advice_inbox"),
    path("saran-masuk/<int:advice_id>/", advice.received, name="advice_in"),
    path(
        "saran-masuk/<int:advice_id>/bukti/<int:file_id>/",
        advice.own_evidence,
        name="advice_in_file",
    ),
    path("konsep-temuan/", advice.drafts, name="drafts"),
    path("konsep-temuan/<int:draft_id>/", advice.draft, name="draft"),
]
