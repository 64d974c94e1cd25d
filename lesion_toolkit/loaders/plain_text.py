"""Text for people: one plain line, and numbers of things."""


def plain_line(text: str) -> str:
    """Give text without what a terminal would obey: escapes, line ends, reversals.

    DICOM forbids control characters in names and descriptions (PS3.5 6.2); each one
    becomes a space, as do format characters such as bidirectional overrides.
    """
    if text.isprintable():
        return text.strip()
    return "".join(c if c.isprintable() else " " for c in text).strip()


def counted(number: int, thing: str) -> str:
    """Write how many there are of a thing: ``1 file``, ``2 files``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
