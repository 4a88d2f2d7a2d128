"""ITリーダー: who helps with first passwords in a unit, and in no other (ORG-10)."""
