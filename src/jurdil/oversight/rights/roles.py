"""Sets of roles that the concerns of this room share."""

PLENARY = {"bw-ketua", "bw-anggota"}
OFFICE = PLENARY | {"bw-sekretariat"}
ADHOC = {"panwascam", "pkd", "ptps"}
SUPERVISORS = OFFICE | ADHOC
