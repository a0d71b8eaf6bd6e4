// What a learner may judge for themselves about a point of the marks, kept apart from what the marker found.
{
  const { say, answers } = secondChance;
  const VERDICTS = ["yes", "partly", "no"];
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const button = (text, press) => {
    const element = make("button", "judgement-button", text);
    element.type = "button";
    element.addEventListener("click", press);
    return element;
  };
  const group = (label, ...content) => {
    const element = make("div", "judgement");
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", label);
    element.append(...content);
    return element;
  };
  const row = (...buttons) => {
    const element = make("div", "judgement-row");
    element.append(...buttons);
    return element;
  };

  // What can be said about a point, or what was said; `judge(judgement)` keeps a judgement, `judge(null)` takes it back.
  const ways = {
    // It was not found: the learner shows the sentence.
    where(point, { reply, sentences }, judge) {
      const open = button(say("reply.where"), () => {
        const offered = sentences.map((span) => button(reply.slice(...span), () => judge({ verdict: "yes", quote: span })));
        for (const each of offered) each.classList.add("judgement-sentence");
        const back = button(say("reply.where_back"), () => {
          element.replaceChildren(open);
          open.focus();
        });
        element.replaceChildren(make("p", "judgement-question", say("reply.where_choose")), ...offered, row(back));
        offered[0].focus();
      });
      const element = group(`${say("reply.where")}: ${point.label}`, open);
      return sentences.length ? element : null;
    },

    // It may be there: the learner holds it against a sentence that does it.
    same(point, { reply }, judge) {
      if (!point.beside) return ways.heard(point, {}, judge);
      const side = (title, words) => {
        const element = make("div", "judgement-side");
        element.append(make("p", "judgement-title", title), make("q", "", words));
        return element;
      };
      const sides = make("div", "judgement-sides");
      sides.append(side(say("reply.words"), reply.slice(...point.quote)), side(say("reply.beside"), point.beside));
      return group(say("reply.same"), sides, make("p", "judgement-question", say("reply.same")), verdicts(judge));
    },

    // It may harm: the learner says how it would sound to them.
    heard(point, marks, judge) {
      return group(say("reply.heard"), make("p", "judgement-question", say("reply.heard")), verdicts(judge));
    },

    // It was found: the learner may think otherwise.
    found(point, marks, judge) {
      const dispute = button(say("reply.dispute"), () => judge({ verdict: "otherwise" }));
      dispute.classList.add("judgement-quiet");
      return group(`${say("reply.dispute")}: ${point.label}`, dispute);
    },
  };
  const verdicts = (judge) =>
    row(...VERDICTS.map((verdict) => button(say(`reply.verdict_${verdict}`), () => judge({ verdict }))));

  const said = (point, { reply }, judgement, judge) => {
    const { verdict, quote } = judgement;
    const text =
      verdict === "otherwise" ? say("reply.disputed")
      : quote ? say("reply.yours")
      : say("reply.verdict_kept", { verdict: say(`reply.verdict_${verdict}`) });
    const element = group(text, make("p", "judgement-said", text));
    if (quote) element.append(make("q", "", reply.slice(...quote)));
    const undo = button(say("reply.undo"), () => judge(null));
    undo.classList.add("judgement-quiet");
    element.append(undo);
    return element;
  };

  // Every judgement on this device, as a trainer reads it: one object a line.
  const report = () =>
    answers.all().flatMap(([quiz, question, { marks, judgements }]) => {
      try {
        return Object.entries(judgements ?? {}).map(([at, { verdict, quote }]) => {
          const point = marks.points.find((each) => each.at === at);
          const words = quote ?? point.quote ? marks.reply.slice(...(quote ?? point.quote)) : "";
          return { quiz, question, at, marker: point.met, learner: verdict, words, reply: marks.reply };
        });
      } catch {
        // Whatever was kept there, this page did not write it.
        return [];
      }
    });

  secondChance.judgement = {
    // The controls for a point, or null if there is nothing to judge.
    controls(point, marks, judgement, judge) {
      if (!point.ask) return null;
      return judgement ? said(point, marks, judgement, judge) : ways[point.ask]?.(point, marks, judge);
    },

    // Whether nothing is left to do once the learner's own judgements count.
    settles(marks, judgements) {
      const open = marks.points.filter((point) => point.met !== "yes" && point.ask !== "heard");
      const closed = ({ at, ask }) => judgements[at]?.verdict === (ask === "found" ? "otherwise" : "yes");
      return open.length > 0 && open.every(closed);
    },

    count: () => report().length,

    save() {
      const lines = report().map((entry) => `${JSON.stringify(entry)}\n`);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
      link.download = "judgements.jsonl";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
  };
}
