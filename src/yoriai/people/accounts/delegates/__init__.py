"""代行者: who acts for somebody in the making of rooms, until when, and what they are shown of it (ORG-8)."""
