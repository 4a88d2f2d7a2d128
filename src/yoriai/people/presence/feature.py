"""Presence, as it declares itself."""

from yoriai.people.accounts.facts import AccountRestored, AccountsChanged, AccountSuspended, RosterImported
from yoriai.people.presence.absence_routes import router as absence_router
from yoriai.people.presence.jobs import forget_days, note, sort_into_bands
from yoriai.people.presence.look import CHANGED, changed
from yoriai.people.presence.models import Absence, Presence
from yoriai.people.presence.routes import router
from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule

TELLING = frozenset({AccountRestored, AccountsChanged, AccountSuspended, RosterImported})
"""The facts after which another may act for somebody who is absent."""

presence = Feature(
    name="presence",
    title="在席状況",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    may_switch_off=True,
    about="職員の在席・会議・外出・休暇、今日いる場所（庁舎・在宅・外出・出張）、不在の期間と代理、最後に使ってから15分以内か60分以内かを、同じ団体の職員に表示します。",
    without="名簿・メンバー・顔の横に在席状況が出なくなり、自分の在席状況も今日いる場所も不在も選べなくなります。",
    tables=(Presence, Absence),
    routes=(router, absence_router),
    capabilities=("presence.set",),
    signals={CHANGED: changed},
    announced=frozenset({CHANGED}),
    jobs={"presence.bands": sort_into_bands, "presence.forget_days": forget_days},
    schedules=(Schedule("presence.bands", "* * * * *"), Schedule("presence.forget_days", "2 0 * * *")),
    reads=(Reader("presence", note, of=TELLING),),
)
