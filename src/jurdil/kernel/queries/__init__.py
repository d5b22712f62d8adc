"""The kernel's readings, one file per subject."""
