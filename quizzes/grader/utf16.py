"""Places in a text as JavaScript counts them."""


def utf16(text: str, index: int) -> int:
    """How many UTF-16 units stand before character `index`."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2
