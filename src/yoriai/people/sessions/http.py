"""What routes ask about the asker, under one name for the districts above; and the entrance for those that sign in."""

from typing import Annotated

from fastapi import Depends, Request

from yoriai.people.access.http import Signed as Signed
from yoriai.people.access.http import allowed as allowed
from yoriai.people.access.http import offered as offered
from yoriai.people.sessions.entrance import Entrance


def entrance_of(request: Request) -> Entrance:
    """What this server signs people in with."""
    return request.app.state.entrance


Entering = Annotated[Entrance, Depends(entrance_of)]
