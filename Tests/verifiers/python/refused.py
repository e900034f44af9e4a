class Refused(Exception):
    """What was looked at does not hold, and why."""
