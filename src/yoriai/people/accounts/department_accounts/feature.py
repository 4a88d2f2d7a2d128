"""所属アカウント, as they declare themselves."""

from yoriai.people.accounts.department_accounts.models import DepartmentAccount, DepartmentSpeaker
from yoriai.people.accounts.department_accounts.routes import router
from yoriai.platform.feature import Feature, FromInternet, Keeps

department_accounts = Feature(
    name="department_accounts",
    title="所属アカウント",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,  # whoever is named speaks for the unit wherever they may speak at all
    tables=(DepartmentAccount, DepartmentSpeaker),
    routes=(router,),
    capabilities=("department_accounts.find", "department_accounts.manage"),
)
