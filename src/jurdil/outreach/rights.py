"""Who may do what in the room: its programme of activities, and the participation of the public."""

from jurdil.outreach import participation_rights, programme_rights

RIGHTS = (*programme_rights.RIGHTS, *participation_rights.RIGHTS)
