"""A person's own choices, as they declare themselves."""

from yoriai.people.preferences.choose import render_changed
from yoriai.people.preferences.facts import PreferencesChanged
from yoriai.people.preferences.models import Preference
from yoriai.people.preferences.routes import router
from yoriai.people.preferences.wire import PreferencesTold
from yoriai.platform.feature import Feature, FromInternet, Keeps

preferences = Feature(
    name="preferences",
    title="表示と入力の設定",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Preference,),
    facts=(PreferencesChanged,),
    routes=(router,),
    capabilities=("preferences.set",),
    renders={PreferencesChanged: render_changed},
    shapes={PreferencesChanged: PreferencesTold},
)
