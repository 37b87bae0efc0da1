"""Service of papers (送达): who got which paper, how, when, with what proof."""
