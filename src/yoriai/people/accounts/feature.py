"""People's accounts, as they declare themselves."""

from yoriai.people.accounts.facts import AccountRestored, AccountSuspended, RightsChanged, RosterImported
from yoriai.people.accounts.hearing import hears
from yoriai.people.accounts.models import Account, AccountChange, AccountGroup, Posting
from yoriai.people.accounts.reach import Reach
from yoriai.people.accounts.routes import router
from yoriai.platform.feature import Feature, FromInternet, Keeps

accounts = Feature(
    name="accounts",
    title="名簿",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(AccountGroup, Account, Posting, AccountChange),
    facts=(AccountSuspended, AccountRestored, RightsChanged, RosterImported),
    routes=(router,),
    settings={Reach.name: Reach},
    capabilities=("accounts.read", "accounts.suspend", "accounts.suspend_owner"),
    hears=hears,
)
