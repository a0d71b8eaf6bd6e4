"""Every persona behaves as its page says: each test states it in a sentence and plays it, with one plain story for all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from authoring.read import Sources, read_sources
from authoring.roleplays import read_roleplay
from grader.moves import Finder
from grader.roleplay import Conversation
from grader.roleplay.conversation import Played
from grader.roleplay.customer import RULES

from tests.conftest import ROOT

STORY = """---
title: The oven
customer: Jo
persona: quiet
channel: phone
trade: ovens
about: An oven that came broken.
you: You may send a new oven on Friday, or pay back the forty pounds for delivery.
good: A new oven on Friday.
---

The oven came on Tuesday with a cracked door.

## Jo rings {#rings .opening}

> "It's about the oven. It came on Tuesday, and the door is cracked."

## The driver {#driver .hidden}

> "The driver saw it. He told me to sign all the same."

Jo was told to sign.

## A new oven {#oven .offer}

```yaml
worth: fair
said by: [new oven, another oven]
```

## The delivery {#delivery .offer}

```yaml
worth: fair
said by: [forty pounds, delivery charge]
```

## A free kitchen {#kitchen .offer}

```yaml
worth: too much
said by: [free kitchen, whole kitchen]
```

## Done {#done .ending}

> "Thank you."

It is done.

```yaml
when: agreed and promised and trust at least 6 and heat at most 3
outcome: well
```

## Gone {#gone .ending}

> "Goodbye."

Jo has gone.

```yaml
when: over
outcome: badly
```

## Say {#say .suggestions}

- "I am sorry that the door is cracked." => good

    Sorry.
"""
SORRY = "I'm so sorry that the oven came on Tuesday with a cracked door."
HEARD = "A cracked door on a new oven is maddening, and I'd be upset too."
ASKED = "What happened when it was delivered?"
CLOSED = ("Is it the left door?", "Did you sign for it?", "Have you got the order number?", "Is the box still there?")
OFFER = "I can send you a new oven."
PROMISE = "I'll have it with you by Friday at nine."
EXCUSE = "We're short-staffed at the moment, I'm afraid."
ARGUE = "Our records show that you signed for it in good order."


@pytest.fixture(scope="module")
def sources() -> Sources:
    return read_sources(ROOT)


@pytest.fixture(scope="module")
def finder(sources: Sources) -> Finder:
    return Finder(sources.moves, sources.weights)


@pytest.fixture
def play(sources: Sources, finder: Finder):
    def play(persona: str, *turns: str, situation: str = "") -> Played:
        story = replace(read_roleplay("oven", "oven.md", STORY, []), persona=persona, situations=(situation,))
        return Conversation(story, sources.personas, finder).play(1, turns)
    return play


def heats(played: Played) -> list[int]:
    return [played.start.heat, *(exchange.reaction.state.heat for exchange in played.exchanges)]


def test_the_story_has_no_fault_and_every_rule_says_why(sources: Sources) -> None:
    problems: list[object] = []
    read_roleplay("oven", "oven.md", STORY, problems)
    assert not problems
    effects = sources.personas["every-customer"].effects
    assert not [name for name in (*RULES, *sources.moves) if name not in effects or not effects[name].because]
    for persona in sources.personas.values():
        assert all(change.sources for change in persona.effects.values()), persona.id


def test_everybody_is_cooled_by_one_apology_and_vexed_by_the_third(play) -> None:
    # the regular stands for everybody: nothing special is known of apologies to them
    first, second, third = heats(play("regular", SORRY, "I do apologise.", "Once more, please accept my apologies."))[1:]
    assert first < heats(play("regular"))[0]
    assert first < second < third


def test_everybody_waves_a_remedy_away_until_they_have_been_heard(play) -> None:
    early = play("regular", OFFER, HEARD, ASKED)
    assert "too_early" in early.exchanges[0].reaction.state.last
    assert early.exchanges[0].reaction.state.heat > early.start.heat
    assert play("regular", HEARD, ASKED, OFFER).state.agreed == ("oven",)


def test_everybody_is_won_by_the_method_and_lost_by_its_words_in_a_heap(play) -> None:
    assert play("regular", SORRY, HEARD, ASKED, OFFER, PROMISE).ending.id == "done"
    heap = "sorry empathy understand refund new oven Friday promise ownership"
    assert play("regular", heap, heap, heap, heap, heap, heap).ending.id == "gone"


def test_everybody_tires_of_one_perfect_line(play) -> None:
    assert play("regular", *[f"{SORRY} {HEARD} {OFFER} {PROMISE}"] * 9).ending.outcome == "badly"


def test_the_quiet_one_never_reveals_under_closed_questions_but_does_when_asked_openly_and_warmly(play) -> None:
    assert play("quiet", *CLOSED).state.disclosed == ()
    assert play("quiet", "You're no bother at all.", ASKED).state.disclosed == ("driver",)


def test_the_outspoken_one_heats_at_resistance_and_cools_when_given_room(play) -> None:
    assert heats(play("outspoken", EXCUSE))[-1] - heats(play("outspoken"))[0] > heats(play("quiet", EXCUSE))[-1] - heats(play("quiet"))[0]
    start, *_, end = heats(play("outspoken", "Please go on, I want to get all of this.", SORRY, "What else should I know?"))
    assert end <= start - 5


def test_the_premium_account_pays_double_for_an_excuse_and_wants_the_plan_first(play) -> None:
    def cost(persona: str) -> int:
        played = play(persona, EXCUSE)
        return played.state.heat - played.start.heat + played.start.trust - played.state.trust
    assert cost("premium") == 2 * cost("never-enough")
    plan = play("premium", "I own this from now on. I'll have a new oven with you by noon on Friday.")
    assert plan.state.heat < plan.start.heat and plan.state.trust > plan.start.trust


def test_the_regular_is_slow_to_trust_and_truly_content_with_a_fair_fix(play) -> None:
    played = play("regular", SORRY, ASKED, HEARD, OFFER)
    assert [exchange.reaction.state.trust - exchange.before.trust for exchange in played.exchanges[:1]] == [1]
    assert played.exchanges[-1].reaction.taken == "oven" and played.exchanges[-1].gain >= 3


def test_the_never_enough_asks_for_more_after_each_gesture_and_takes_the_one_offer_held_twice(play) -> None:
    fed = play("never-enough", SORRY, HEARD, OFFER, "I can take off the delivery charge as well.", "You can have a free kitchen.")
    assert not fed.state.agreed
    assert all("raised" in exchange.reaction.state.last for exchange in fed.exchanges[3:])
    assert fed.exchanges[-1].reaction.state.heat > fed.exchanges[2].reaction.state.heat
    held = play("never-enough", SORRY, HEARD, OFFER, "The offer is a new oven, as anyone would get.", "It is still a new oven.")
    assert held.state.agreed == ("oven",)


def test_the_loud_one_takes_in_less_at_a_time(play) -> None:
    much = f"{SORRY} {HEARD} Thank you for telling me."
    assert "crowded" in play("outspoken", much, situation="loud").state.last
    assert "crowded" not in play("outspoken", much).state.last


def test_the_plainly_wrong_are_cooled_by_a_real_check_and_heated_by_proof(play) -> None:
    assert heats(play("regular", "I've checked the door and the photos myself.", situation="wrong-facts"))[1] < heats(play("regular"))[0]
    assert heats(play("regular", ARGUE, situation="wrong-facts"))[1] > heats(play("regular", ARGUE))[1]


def test_the_stressed_are_helped_by_a_job_taken_off_them_and_hurt_by_prying(play) -> None:
    assert heats(play("regular", "Leave the form to me.", situation="stressed"))[1] < play("regular", situation="stressed").start.heat
    pried = play("regular", "Is everything all right at home?", situation="stressed")
    assert pried.state.trust < pried.start.trust


def test_the_confused_are_freed_by_taking_the_blame_and_stung_by_easy(play) -> None:
    assert "lifted" in play("quiet", "Lots of people get stuck on that page.", situation="confused").state.last
    assert heats(play("quiet", "It's quite easy, you just press the button.", situation="confused"))[1] > 3


def test_the_leaving_take_nothing_before_they_are_out(play) -> None:
    assert not play("regular", HEARD, ASKED, SORRY, OFFER, situation="leaving").state.agreed
    assert play("regular", "I've cancelled it for you, as of today.", HEARD, SORRY, OFFER, situation="leaving").state.agreed
    assert play("regular", "Before I do that, why are you leaving us?", situation="leaving").state.patience <= 6


def test_the_abusive_take_nothing_before_the_limit_is_named_and_cool_when_it_is(play) -> None:
    assert not play("outspoken", HEARD, SORRY, ASKED, OFFER, situation="abusive").state.agreed
    named = play("outspoken", HEARD, "Please stop calling me names. Shall we go on now?", situation="abusive")
    assert named.exchanges[1].gain >= 3


def test_a_letter_carries_more_than_a_breath(play) -> None:
    letter = f"{SORRY} {HEARD} Thank you for writing to us. {OFFER} {PROMISE} I'll take this on myself."
    assert "crowded" in play("regular", letter).state.last
    written = play("regular", letter, situation="written")
    assert written.state.offered and written.exchanges[0].gain > play("regular", letter).exchanges[0].gain


def test_in_public_private_facts_cost_trust_and_a_private_door_wins_some(play) -> None:
    assert play("regular", "Your order number is 4471.", situation="social").state.trust == 0
    assert "private" in play("regular", "Please send me a private message.", situation="social").state.last
