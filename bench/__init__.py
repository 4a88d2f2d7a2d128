"""How fast Yoriai is on this machine, as multiples of what the machine can do at all."""
