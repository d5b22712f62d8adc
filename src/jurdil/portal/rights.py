"""Who may read the public pages: everyone."""

from jurdil.kernel.policy import EVERYONE, may_read

RIGHTS = (may_read("portal.view", "Melihat halaman publik", "See the public pages", EVERYONE),)
