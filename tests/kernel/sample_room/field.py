"""What the sample room lets phones record and take along, in processes that tests start."""

from jurdil.kernel import outbox
from jurdil.law.text import Text
from tests.kernel.sample_room.notes import NOTES

outbox.register(NOTES)
outbox.register_package("tugas", Text("Tugas saya", "My tasks"), "task.view", "sample_list")
