"""An invitation as it is handed over: a link for the Internet side, its QR code, and the code as it stands on paper."""

from collections.abc import Sequence

from fastapi import Request

from yoriai.people.accounts.slips.slip import in_groups, last_day, qr_of
from yoriai.people.orgs.models import Tenant
from yoriai.platform.settings import Settings
from yoriai.talk.guests.invite import Handed
from yoriai.talk.guests.models import GuestInvitation
from yoriai.talk.guests.sheet import Cleaned
from yoriai.talk.guests.wire import HandedInvitationOut, InvitedOut


def key_of(request: Request) -> bytes:
    """The server's key, without which what is kept of a code is worth nothing."""
    settings: Settings = request.app.state.settings
    return settings.server_key()


def handed_out(request: Request, body: Tenant, handed: Sequence[Handed]) -> InvitedOut:
    """All that was handed out. Whoever loses it has another one drawn."""
    settings: Settings = request.app.state.settings
    door = next((each.url for each in settings.listeners if each.zone == "internet"), None)
    return InvitedOut(
        body=body.name, contact=body.contact, handed=[_shown(each, door, body.code) for each in handed]
    )


def of_one(invitation: GuestInvitation, code: str) -> Handed:
    """An invitation with the code just drawn for it."""
    cleaned = Cleaned(invitation.family, invitation.given, invitation.kana, invitation.firm, invitation.email)
    return Handed(cleaned, invitation.id, code, invitation.expires_at, invitation.ends_on)


def _shown(each: Handed, door: str | None, tenant: str) -> HandedInvitationOut:
    # After the # nothing is sent to any server or proxy: no log holds the code, and no look ahead by a mail's machine uses it.
    link = f"{door.rstrip('/')}/invited#{tenant}/{each.code}" if door and each.code else None
    return HandedInvitationOut(
        invitation_id=each.invitation_id,
        name=f"{each.cleaned.family} {each.cleaned.given}".rstrip(),
        firm=each.cleaned.firm,
        email=each.cleaned.email,
        code=in_groups(each.code) if each.code else None,
        link=link,
        qr=qr_of(link) if link else [],
        last_day=last_day(each.expires_at) if each.expires_at else None,
        ends_on=each.ends_on,
    )
