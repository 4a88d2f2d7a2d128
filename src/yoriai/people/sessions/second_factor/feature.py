"""The second factor, as it declares itself."""

from yoriai.people.sessions.second_factor import entrance_routes, routes
from yoriai.people.sessions.second_factor.facts import (
    RecoveryCodesDrawn,
    RecoveryCodeUsed,
    SecondFactorGone,
    SecondFactorSetUp,
)
from yoriai.people.sessions.second_factor.models import RecoveryCode, SecondFactor
from yoriai.platform.feature import Feature, FromInternet, Keeps

second_factor = Feature(
    name="second_factor",
    title="二要素認証",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(SecondFactor, RecoveryCode),
    facts=(SecondFactorSetUp, SecondFactorGone, RecoveryCodesDrawn, RecoveryCodeUsed),
    routes=(entrance_routes.router, routes.router),
    capabilities=("second_factor.keep", "second_factor.reset"),
)
