"""Where a character stands as JavaScript counts."""


def utf16(text: str, index: int) -> int:
    """How many UTF-16 units stand before the character at `index`."""
    return index + sum(character > "\uffff" for character in text[:index])
