"""The second factor (AUTH-7): codes from an app, recovery codes, who must have one, and the step of a sign-in that asks for it."""
