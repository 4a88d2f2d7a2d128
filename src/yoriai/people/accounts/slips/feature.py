"""Account slips, as they declare themselves."""

from yoriai.people.accounts.slips.facts import PasswordReset
from yoriai.people.accounts.slips.routes import router
from yoriai.platform.feature import Feature, FromInternet, Keeps

slips = Feature(
    name="slips",
    title="はじめてのパスワード（用紙）",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.NOTHING,  # whoever holds a slip can be its holder: drawn inside the building only
    facts=(PasswordReset,),
    routes=(router,),
    capabilities=("slips.issue", "slips.issue_anywhere", "slips.issue_owner"),
)
