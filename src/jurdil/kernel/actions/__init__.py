"""The kernel's acts, one file per subject."""
