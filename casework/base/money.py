"""Money as it is written: integer fen in, yuan with two decimals out. No amount passes through a float."""


def grouped(fen: int) -> str:
    """With thousands: 1234560 is 12,345.60; -1250 is -12.50."""
    return _written(fen, ",")


def plain(fen: int) -> str:
    """Without thousands, for fields and machines: 1234560 is 12345.60."""
    return _written(fen, "")


def _written(fen: int, group: str) -> str:
    yuan, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{yuan:{group}}.{rest:02d}"
