"""Run what waits in the queue inside a test, as the worker would."""

from unittest.mock import patch

from django_tasks_db.management.commands import db_worker


def work(name: str = "uji") -> None:
    """Run everything that waits, under a worker's name, in this test's own transaction."""
    worker = db_worker.Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    with patch.object(db_worker, "close_old_connections"):  # it would close the test's own
        worker.run()
