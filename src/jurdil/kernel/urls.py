from django.urls import path

from jurdil.kernel.views import accounts, documents, imports, ledger, matrix, office

app_name = "kernel"
urlpatterns = [
    path("kantor/naskah/", documents.papers, name="documents"),
    path("kantor/naskah/baru/<slug:kind>/", documents.draft, name="document_new"),
    path("kantor/naskah/<int:document_id>/", documents.paper, name="document"),
    path("kantor/naskah/<int:document_id>/ubah/", documents.revise, name="document_revise"),
    path("kantor/naskah/<int:document_id>/naskah.pdf", documents.pdf, name="document_pdf"),
    path(
        "kantor/naskah/<int:document_id>/halaman-<int:page>.png",
        documents.picture,
        name="document_picture",
    ),
    path("kantor/naskah/<int:document_id>/srikandi/", documents.external, name="document_external"),
    path("kantor/naskah/<int:document_id>/<str:code>/", documents.step, name="document_step"),
    path("periksa/<str:code>/", documents.check, name="check"),
    path("akun/saya/", accounts.own, name="own"),
    path("kantor/wewenang/", matrix.matrix, name="matrix"),
    path("kantor/akun/", accounts.people, name="people"),
    path("kantor/akun/baru/", accounts.create, name="account_create"),
    path("kantor/akun/<int:account_id>/", accounts.person, name="person"),
    path("kantor/akun/<int:account_id>/peran/", accounts.grant, name="grant"),
    path("kantor/akun/<int:account_id>/sandi/", accounts.password, name="password"),
    path("kantor/akun/<int:account_id>/keadaan/", accounts.state, name="account_state"),
    path("kantor/akun/<int:account_id>/faktor/", accounts.factors, name="factors"),
    path("kantor/peran/<int:grant_id>/akhiri/", accounts.end, name="grant_end"),
    path("kantor/jejak/", ledger.entries, name="ledger"),
    path("kantor/jejak/unduh/", ledger.export, name="ledger_export"),
    path("kantor/jejak/verifikasi/", ledger.verification, name="ledger_verification"),
    path("kantor/jejak/<int:seq>/", ledger.entry, name="ledger_entry"),
    path("kantor/pengaturan/", office.settings, name="settings"),
    path("kantor/pengaturan/kop/", office.letterhead, name="letterhead"),
    path("kantor/pengaturan/libur/", office.holidays, name="holidays"),
    path("kantor/pengaturan/jam/", office.training_clock, name="clock"),
    path("kantor/impor/", imports.index, name="imports"),
    path("kantor/impor/baru/<slug:code>/", imports.upload, name="import_new"),
    path("kantor/impor/<int:batch_id>/", imports.batch, name="import"),
    path("kantor/impor/<int:batch_id>/terbitkan/", imports.publish, name="import_publish"),
    path("kantor/impor/<int:batch_id>/batalkan/", imports.cancel, name="import_cancel"),
]
