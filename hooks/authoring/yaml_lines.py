"""YAML with the line of every entry, and every value as the text that was written."""

from __future__ import annotations

from typing import Any

import yaml

# The same loader in C, where the package has it: ten times as fast.
Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YamlFault(ValueError):
    """A text that is not YAML: `line` counts from the text's first line, which is 1."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line


def load(text: str) -> tuple[Any, dict[str, int]]:
    """The value of a YAML text and the line of every entry by its path ("fails.2.reply").

    All scalars come as they were written: an option called "No" stays "No". An empty value is "". Raises YamlFault for
    text that is not YAML, for a name given twice, and for an alias: a trainer's file has no use for one.
    """
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.AliasEvent):
                raise YamlFault(event.start_mark.line + 1, "a word that begins with '*' needs quotation marks around it")
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlFault(mark.line + 1 if mark else 1, f"this is not YAML: {_remedy(error)}") from None
    except yaml.YAMLError as error:
        raise YamlFault(1, f"this is not YAML: {error}") from None
    except RecursionError:
        raise YamlFault(1, "this is nested too deeply to be meant") from None
    lines: dict[str, int] = {}
    return (None if node is None else _value(node, "", lines)), lines


def _value(node: yaml.Node, path: str, lines: dict[str, int]) -> Any:
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise YamlFault(line, "a name is plain text before a colon")
            name = key.value
            if name in mapping:
                raise YamlFault(line, f"'{name}' is given twice: join the two or rename one")
            where = f"{path}.{name}" if path else name
            lines[where] = line
            mapping[name] = _value(value, where, lines)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        for number, entry in enumerate(node.value):
            lines[f"{path}.{number}" if path else str(number)] = entry.start_mark.line + 1
        return [_value(entry, f"{path}.{number}" if path else str(number), lines)
                for number, entry in enumerate(node.value)]
    return node.value.strip()


def _remedy(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "it cannot be read"
    remedies = {
        "mapping values are not allowed": "a colon and a space inside a text; put the text into quotation marks",
        "could not find expected ':'": "a name without its colon, or a text that wants quotation marks",
        "tab character": "a tab; indent with spaces",
        "cannot start any token": "a tab, or a sign that wants quotation marks; indent with spaces",
    }
    known = (remedy for part, remedy in remedies.items() if part in problem)
    return next(known, f"{problem}; look at the indentation and the quotation marks here")
