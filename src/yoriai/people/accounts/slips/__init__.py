"""Account slips: first passwords drawn for people, shown once, and put on paper."""
