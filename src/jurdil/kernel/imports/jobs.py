"""The background job of imports."""

from jurdil.kernel.imports import staging
from jurdil.kernel.jobs import job


@job
def read_file(batch_id: int) -> str:
    """Read the file of a batch; returns the state in which the batch is left."""
    return staging.read_now(batch_id).state
