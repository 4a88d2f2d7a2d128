"""The two sides from which Yoriai is used: LGWAN and the Internet."""
