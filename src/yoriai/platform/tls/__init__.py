"""TLS at our own doors: certificates, the keys that belong to them, and what is wrong with either."""
