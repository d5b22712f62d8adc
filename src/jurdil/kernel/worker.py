"""The worker process: ``python -m jurdil.kernel.worker NAME`` runs jobs until it is told to stop.

`jurdil serve` starts it, restarts it when it dies, and gives its unfinished jobs back.
"""

import logging
import os
import sys

QUEUE = "default"
INTERVAL = 0.5


def main(name: str) -> None:
    """Run jobs under this name; SIGTERM lets the running job end first."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jurdil.project.settings")
    django.setup()
    from django_tasks_db.management.commands.db_worker import Worker

    from jurdil.kernel.jobs import Heart

    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)  # an orderly end is no warning
    Heart(name).connect()
    worker = Worker(
        queue_names=[QUEUE],
        interval=INTERVAL,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    worker.configure_signals()
    worker.run()


if __name__ == "__main__":
    main(sys.argv[1])
