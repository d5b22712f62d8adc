"""What the parts of the quarterly update (PDPB) share."""
