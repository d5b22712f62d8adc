"""Results: C forms, their checks, recapitulation."""
