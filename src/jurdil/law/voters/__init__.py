"""The law of the voter list: numbers of identity, who may vote, and who votes at which TPS."""
