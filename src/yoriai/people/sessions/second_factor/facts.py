"""What somebody's own devices are told about their second factor."""

from yoriai.people.access.facts import PersonFact


class SecondFactorSetUp(PersonFact):
    """From now on their sign-in asks for a code: newly set up, or on another device."""

    name = "second_factor.set_up"


class SecondFactorGone(PersonFact):
    """They have none any more: turned off by themselves, or reset for them. The history says by whom and why."""

    name = "second_factor.gone"


class RecoveryCodesDrawn(PersonFact):
    """New recovery codes; those of before are worth nothing."""

    name = "second_factor.recovery_drawn"


class RecoveryCodeUsed(PersonFact):
    """One of the codes on paper has opened something. If it was not its holder, they learn of it here (N31)."""

    name = "second_factor.recovery_used"
