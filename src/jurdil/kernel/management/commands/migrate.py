from django.core.management import call_command
from django.core.management.commands.migrate import Command as MigrateCommand

from jurdil.kernel import guards


class Command(MigrateCommand):
    """Migrate, then make the cache table and (again) the append-only triggers."""

    def handle(self, *args, **options):
        super().handle(*args, **options)
        if options.get("check_unapplied") or options.get("plan"):
            return
        call_command("createcachetable", database=options["database"], verbosity=0)
        if self._kernel_is_current(options["database"]):
            guards.install()

    @staticmethod
    def _kernel_is_current(database):
        from django.db import connections
        from django.db.migrations.executor import MigrationExecutor

        executor = MigrationExecutor(connections[database])
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
