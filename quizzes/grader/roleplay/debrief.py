"""What a conversation looks like to those who show it: plain data, with every span in UTF-16 units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from grader.model import Evidence, Move
from grader.roleplay.conversation import Conversation, Exchange, Played
from grader.roleplay.customer import Effect
from grader.roleplay.persona import Change
from grader.utf16 import utf16

# As the pages print it; authors type the straight one.
APOSTROPHE = re.compile(r"(?<=\w)'")


def told(conversation: Conversation, played: Played, moves: Mapping[str, Move], seed: int, debrief: bool) -> dict[str, Any]:
    """The conversation as `grader.browser.play` hands it over."""
    temper = conversation.temper
    start, ending = played.start, played.ending
    return {
        "opening": printed(played.opening),
        "start": {"heat": start.heat, "trust": start.trust, "patience": start.patience, "mood": start.mood},
        "turns": [_turn(conversation, played, place, moves) for place in range(len(played.exchanges))],
        "suggestions": [{"text": line.text, "kind": line.sort} for line in played.suggestions],
        "mood": temper.moods.get(played.state.mood, ""),
        "ending": ending and {
            "id": ending.id, "outcome": ending.outcome, "title": ending.title, "explanation": ending.text,
            "said": printed(conversation.last_words(ending, seed, played.state)), "score": played.score},
        "debrief": _debrief(conversation, played, seed) if ending or debrief else None,
    }


def printed(text: str) -> str:
    """The customer's words with the apostrophes of print."""
    return APOSTROPHE.sub("’", text)


def _turn(conversation: Conversation, played: Played, place: int, moves: Mapping[str, Move]) -> dict[str, Any]:
    exchange = played.exchanges[place]
    state, before = exchange.reaction.state, exchange.before
    hidden = sum(1 for _ in conversation.roleplay.of("hidden"))
    return {
        "said": exchange.said,
        "moves": _moves(conversation, exchange, moves),
        "effects": [_effect(effect, conversation.temper.effects, moves) for effect in exchange.reaction.effects],
        "heat": state.heat, "trust": state.trust, "patience": state.patience, "mood": state.mood,
        "answer": printed(exchange.answer),
        "disclosed": [id for id in state.disclosed if id not in before.disclosed],
        "promises": list(exchange.heard.promises),
        "open": hidden - len(state.disclosed),
        "turning": played.turning == place,
        "suggested": next(({"kind": line.sort, "why": line.why} for beat in conversation.roleplay.of("suggestions")
                           for line in beat.suggestions if line.text == exchange.said), None),
    }


def _moves(conversation: Conversation, exchange: Exchange, moves: Mapping[str, Move]) -> list[dict[str, Any]]:
    """What the words of a turn did, each once, and for sure where one of two readings is."""
    shown: dict[tuple[str, int, int], dict[str, Any]] = {}
    for evidence in exchange.heard.evidence:
        move = _move(conversation, evidence, exchange.said, moves)
        key = move["move"], move["start"], move["end"]
        if key not in shown or move["sure"]:
            shown[key] = move
    return list(shown.values())


def _move(conversation: Conversation, evidence: Evidence, said: str, moves: Mapping[str, Move]) -> dict[str, Any]:
    """Words that did something: a move, or a saying that this customer listens for."""
    kind, _, id = evidence.move.partition(":")
    shown = {"offer": "options", "hidden": "clarify"}.get(kind, kind)
    change = conversation.temper.effects.get(shown, Change())
    beat = next((beat for beat in conversation.roleplay.beats if beat.id == id), None)
    move = moves.get(shown)
    good = (beat.worth != "too much" if beat else move.good) if move else change.heat <= 0 and shown != "gift"
    return {"move": shown, "name": move.name if move else change.name, "good": good, "start": utf16(said, evidence.start),
            "end": utf16(said, evidence.end), "sure": evidence.sureness == "found"}


def _effect(effect: Effect, changes: Mapping[str, Change], moves: Mapping[str, Move]) -> dict[str, Any]:
    change = changes.get(effect.of, Change())
    name = moves[effect.of].name if effect.of in moves else change.name
    return {"of": effect.of, "name": name, "heat": effect.heat, "trust": effect.trust, "patience": effect.patience,
            "why": change.because}


def _debrief(conversation: Conversation, played: Played, seed: int) -> dict[str, Any]:
    roleplay, state = conversation.roleplay, played.state
    kept = not state.has("said", "overpromise")
    return {
        "undiscovered": [{"id": beat.id, "title": beat.title, "why": beat.text} for beat in roleplay.of("hidden")
                         if beat.id not in state.disclosed],
        "promises": [{"text": text, "time": time, "kept": kept and time}
                     for exchange in played.exchanges for text, time in exchange.promised],
        "turning": played.turning,
        "weakest": [_weak(conversation, played.exchanges[place], place, seed) for place in played.weakest],
        "unsure": sum(evidence.sureness == "unsure" for exchange in played.exchanges for evidence in exchange.heard.evidence),
        "reflect": conversation.temper.reflect.get(played.outcome, ""),
    }


def _weak(conversation: Conversation, exchange: Exchange, place: int, seed: int) -> dict[str, Any]:
    """A turn that went wrong: why, what would have served better there, and the page that teaches it."""
    worst = max(exchange.reaction.effects, key=lambda effect: effect.heat - effect.trust - effect.patience)
    change = conversation.temper.effects.get(worst.of, Change())
    better = next((line.text for line in conversation.suggestions(exchange.before, seed) if line.sort == "good"), "")
    return {"turn": place, "why": change.because, "better": better, "page": change.page}
