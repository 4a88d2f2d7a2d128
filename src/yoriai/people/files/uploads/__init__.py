"""How a file comes in: piece by piece, by the tus protocol (1.0), until it is whole."""
