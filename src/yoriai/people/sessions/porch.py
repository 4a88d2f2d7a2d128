"""The porch before signing in: a machine that guesses is turned away for a few looks in memory (N32)."""

from pydantic import ValidationError

from yoriai.kit.errors import Refused
from yoriai.people.sessions import known
from yoriai.people.sessions.attempts import place
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.people.sessions.candidate import Claim
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.sign_in import turned_away
from yoriai.people.sessions.wire import SignInBody
from yoriai.platform.http.listener import Knock
from yoriai.platform.http.porch import Porch
from yoriai.platform.work.edge import Works


def claim_of(knock: Knock, body: SignInBody) -> Claim:
    """What was typed, and what the browser brought along."""
    return Claim(
        tenant=body.tenant,
        login_id=body.login_id,
        password=body.password,
        new_password=body.new_password,
        user_agent=knock.header("user-agent"),
        known=knock.cookie(known.COOKIE),
        replaces=knock.cookie(COOKIE),
    )


def before_signing_in(works: Works, entrance: Entrance) -> Porch:
    """What cannot be read here is let through: the framework says what is wrong with it."""

    async def look(knock: Knock, body: bytes) -> Refused | None:
        try:
            claim = claim_of(knock, SignInBody.model_validate_json(body))
        except ValidationError:
            return None
        return await turned_away(entrance, claim, place(knock.address), works.now())

    return Porch("POST", "/api/sign-in", look)
