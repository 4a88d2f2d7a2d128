"""Who may succeed at all, said a second time and independently of the product: what the table is checked against."""

from typing import Final

from tests.doors import FOR_ALL, OPEN
from tests.matrix.operations import Operation
from tests.matrix.people import ADMINISTRATORS, LEADERS, OF_THE_NEXT_TOWN
from tests.matrix.things import FOREIGN, GUESSED, NO_THING
from yoriai.people.access.capabilities import OF_ADMINISTRATORS, OF_GUESTS, OF_IT_LEADERS, OF_MEMBERS

IN_NO_SESSION: Final = ("ANON", "DEACT")
OF_ONE_PERSON: Final = frozenset({"ask", "file", "folder", "watchword", "scheduled", "session", "upload"})
"""Things that are theirs alone, whatever somebody else's role is."""
IN_A_ROOM: Final = ("room", "message")
FOR_ONE_UNIT: Final = frozenset({"POST /api/slips", "POST /api/slips/pdf"})
"""What an ITリーダー does for people of their own unit only."""
SUCCEEDS_ANYHOW: Final = frozenset(
    {
        # Taking away what is not there is done already, and says nothing about whether it ever was.
        "DELETE /api/rooms/{room_id}/messages/{message_id}/later",
        "DELETE /api/roster/drafts/{draft_id}",
        "DELETE /api/scheduled/{scheduled_id}",
    }
)


def may_succeed(operation: Operation, actor: str, state: str) -> bool:
    """Whether a 2xx for this actor is documented at all."""
    if _is_for(OPEN, operation):
        return True
    if actor in IN_NO_SESSION:
        return False
    if _is_for(FOR_ALL, operation):
        return True
    return _has_the_role(operation, actor) and _reaches(operation, actor, state)


def _reaches(operation: Operation, actor: str, state: str) -> bool:
    if operation.name in SUCCEEDS_ANYHOW and (operation.about not in IN_A_ROOM or state == GUESSED):
        return operation.about not in IN_A_ROOM or actor == "MEMBER"
    return state == NO_THING or _stands(operation.about, actor, state)


def _stands(about: str, actor: str, state: str) -> bool:
    if state == GUESSED:
        return False
    if about in IN_A_ROOM:
        return actor == "MEMBER" and state != FOREIGN
    if about in OF_ONE_PERSON:
        return actor == ("OTHER" if state == FOREIGN else "MEMBER")
    # Things of a body, people among them: one's own account is of one's own body.
    if about == "account" and state == "own":
        return True
    return (actor in OF_THE_NEXT_TOWN) is (state == FOREIGN)


def _has_the_role(operation: Operation, actor: str) -> bool:
    if actor == "GUEST":
        return operation.capabilities <= OF_GUESTS
    if actor == "LEADER-X" and operation.name in FOR_ONE_UNIT:
        return False
    allowed = (
        OF_ADMINISTRATORS if actor in ADMINISTRATORS else OF_IT_LEADERS if actor in LEADERS else OF_MEMBERS
    )
    return operation.capabilities <= allowed


def _is_for(doors: frozenset[tuple[str, str]], operation: Operation) -> bool:
    return operation.door is not None and (operation.door.method, operation.door.template) in doors
