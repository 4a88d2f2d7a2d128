"""ITリーダーのルーム: those who help in the units of an organization share what they have found out (ORG-10)."""
