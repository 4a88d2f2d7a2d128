"""People's accounts, as they declare themselves."""

from yoriai.people.accounts.facts import (
    AccountRestored,
    AccountsChanged,
    AccountSuspended,
    Acted,
    RightsChanged,
    RosterImported,
)
from yoriai.people.accounts.hearing import hears
from yoriai.people.accounts.managing.rights import RightsOfMembers
from yoriai.people.accounts.managing.rights_routes import router as rights
from yoriai.people.accounts.managing.routes import router as managing
from yoriai.people.accounts.managing.unit_routes import router as units
from yoriai.people.accounts.models import Account, AccountChange, AccountGroup, Posting, TakenOut
from yoriai.people.accounts.profile.routes import router as profile
from yoriai.people.accounts.reach import Reach
from yoriai.people.accounts.routes import router
from yoriai.platform.feature import Feature, FromInternet, Keeps

accounts = Feature(
    name="accounts",
    title="名簿",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(AccountGroup, Account, Posting, AccountChange, TakenOut),
    facts=(AccountSuspended, AccountRestored, RightsChanged, RosterImported, AccountsChanged, Acted),
    routes=(router, managing, units, profile, rights),
    capabilities=(
        "accounts.appoint",
        "accounts.appoint_owner",
        "accounts.fill_in",
        "accounts.find",
        "accounts.manage",
        "accounts.read",
        "accounts.suspend",
        "accounts.suspend_owner",
    ),
    settings={Reach.name: Reach, RightsOfMembers.name: RightsOfMembers},
    hears=hears,
)
