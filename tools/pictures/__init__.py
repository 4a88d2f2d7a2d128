"""Pictures of the screens: which there are, at which sizes, and the sheets on which they are laid side by side."""
