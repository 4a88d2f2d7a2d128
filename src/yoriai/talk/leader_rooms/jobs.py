"""Following as it is set off here: which rooms, by which setting."""

from yoriai.talk.leader_rooms.follow import follow
from yoriai.talk.leader_rooms.settings import LeaderRooms
from yoriai.talk.rooms.concerned import RuledRooms

ROOMS = RuledRooms("leader_rooms", LeaderRooms.name, follow)
