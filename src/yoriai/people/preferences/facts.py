"""What somebody's own devices are told about their choices."""

from yoriai.people.access.facts import PersonFact


class PreferencesChanged(PersonFact):
    """Something was chosen on one device: the others follow. What it is is loaded when it is told."""

    name = "preferences.changed"
