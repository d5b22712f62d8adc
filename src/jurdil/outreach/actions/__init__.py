"""The room's acts, and the steps that other rooms take inside theirs."""
