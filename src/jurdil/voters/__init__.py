"""The voter list, from the source data to the DPT, on voting day, and every quarter after."""
