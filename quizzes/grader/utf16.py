"""Where a character stands as JavaScript counts."""


def utf16(text: str, index: int) -> int:
    """The index in UTF-16 units of the character at `index`; Python in the browser has no codec for them."""
    return index + sum(character > "\uffff" for character in text[:index])
