"""Following as it is set off here: which rooms, by which setting."""

from yoriai.talk.departments.follow import follow
from yoriai.talk.departments.settings import DepartmentRooms
from yoriai.talk.rooms.concerned import RuledRooms

ROOMS = RuledRooms("departments", DepartmentRooms.name, follow)
