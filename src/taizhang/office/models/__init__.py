"""What the office keeps."""

from taizhang.office.models.burden import Ask
from taizhang.office.models.progress import Demand, Evidence, Note, Progress
from taizhang.office.models.record import Change, Head
from taizhang.office.models.reports import Job, Report, Row
from taizhang.office.models.sheets import ImportDraft, SavedView
from taizhang.office.models.tasks import Checkpoint, Stage, Support, Task
from taizhang.office.models.units import Person, Post, Unit
from taizhang.office.models.uploads import Upload
from taizhang.office.models.urging import TickDay, Urge

__all__ = [
    "Ask",
    "Change",
    "Checkpoint",
    "Demand",
    "Evidence",
    "Head",
    "ImportDraft",
    "Job",
    "Note",
    "Person",
    "Post",
    "Progress",
    "Report",
    "Row",
    "SavedView",
    "Stage",
    "Support",
    "Task",
    "TickDay",
    "Unit",
    "Upload",
    "Urge",
]
