"""特別職: who may write to somebody in a special post, and who acts for them (ORG-8)."""
