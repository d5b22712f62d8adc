"""The login library's pages that this house uses, under Indonesian addresses.

Sign-up and resetting by e-mail are left out: the office makes accounts and helps at the desk.
"""

from allauth.account import views
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import path

urlpatterns = [
    path("masuk/", views.login, name="account_login"),
    path("keluar/", views.logout, name="account_logout"),
    path("ditutup/", views.account_inactive, name="account_inactive"),
    path("pastikan/", views.reauthenticate, name="account_reauthenticate"),
    path("kata-sandi/", views.password_change, name="account_change_password"),
    path("keamanan/", factor.index, name="mfa_index"),
    path("keamanan/masuk/", factor.authenticate, name="mfa_authenticate"),
    path("keamanan/pastikan/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("keamanan/aplikasi/", totp.activate_totp, name="mfa_activate_totp"),
    path("keamanan/aplikasi/matikan/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("keamanan/kode/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("keamanan/kode/baru/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("keamanan/kode/unduh/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("keamanan/kunci/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("keamanan/kunci/baru/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("keamanan/kunci/masuk/", keys.login_webauthn, name="mfa_login_webauthn"),
    path(
        "keamanan/kunci/pastikan/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"
    ),
    path("keamanan/kunci/<int:pk>/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("keamanan/kunci/<int:pk>/hapus/", keys.remove_webauthn, name="mfa_remove_webauthn"),
]
