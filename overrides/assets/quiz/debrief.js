// Shows how a conversation went: its plot, each turn with what it did, and what to take away.
{
  const { say, markedText } = secondChance;
  const SVG = "http://www.w3.org/2000/svg";
  // The plot's place in its viewBox (overrides/quiz/debrief.html).
  const [LEFT, RIGHT, FOOT, STEP] = [48, 532, 210, 18];
  // Ends of lines that are nearer than this would have their labels one upon the other.
  const APART = 18;
  const PLACES = 12;

  // Puts texts into the parts of these names; a part without text is taken out.
  const fill = (root, texts) => {
    for (const [name, text] of Object.entries(texts)) {
      const part = root.querySelector(`.${name}`);
      if (text) part.textContent = text;
      else part.remove();
    }
  };

  // Shows each entry by the template in this part; the rest of the part is for when there is none.
  const each = (part, entries, show) => {
    const { content } = part.querySelector("template");
    const shown = entries.map((entry, number) => {
      const copy = content.cloneNode(true);
      show(copy, entry, number);
      return copy;
    });
    if (shown.length) part.replaceChildren(...shown);
  };

  const they = (data, text) => text && `${data.customer}: ${text}`;

  const signed = (number) => (number < 0 ? `−${-number}` : `+${number}`);

  const changes = (effect) => {
    const moved = ["heat", "trust", "patience"].filter((measure) => effect[measure]);
    return moved.map((measure) => say("roleplay.change", { name: say(`roleplay.${measure}`), change: signed(effect[measure]) })).join(", ");
  };

  const plot = (svg, points, turning) => {
    const x = (place) => LEFT + ((RIGHT - LEFT) * place) / Math.max(1, points.length - 1);
    const y = (value) => FOOT - STEP * value;
    const last = points.at(-1);
    const higher = last.trust > last.heat ? "trust" : "heat";
    const shift = Math.max(0, APART - STEP * Math.abs(last.heat - last.trust)) / 2;
    for (const name of ["heat", "trust"]) {
      const line = svg.querySelector(`polyline.plot-${name}`);
      line.setAttribute("points", points.map((point, place) => `${x(place)},${y(point[name])}`).join(" "));
      const label = svg.querySelector(`[data-of=${name}]`);
      label.setAttribute("y", y(last[name]) + 5 + (name === higher ? -shift : shift));
      label.textContent = say("roleplay.level", { name: say(`roleplay.${name}`), value: last[name] });
    }
    const places = svg.querySelector(".plot-places");
    const every = Math.ceil(points.length / PLACES);
    for (let place = 0; place < points.length; place += every) {
      const text = document.createElementNS(SVG, "text");
      text.setAttribute("x", x(place));
      text.setAttribute("y", FOOT + 19);
      text.textContent = place;
      places.append(text);
    }
    const mark = svg.querySelector(".plot-turning");
    const label = svg.querySelector(".plot-turning-label");
    if (turning === null) return [mark, label].forEach((part) => part.remove());
    for (const name of ["x1", "x2"]) mark.setAttribute(name, x(turning + 1));
    label.setAttribute("x", Math.min(RIGHT - 40, Math.max(LEFT + 40, x(turning + 1))));
  };

  const turn = (copy, played, number, { data, debrief, pages, replay }) => {
    const weak = debrief.weakest.find((each) => each.turn === number);
    const beat = (id) => data.beats.find((each) => each.id === id)?.title ?? id;
    const found = played.moves.map(({ start, end, sure, good, name }) => ({
      quote: [start, end],
      met: sure ? (good ? "yes" : "no") : "unsure",
      label: name,
    }));
    copy.querySelector(".played-said").append(markedText(played.said, found, say("roleplay.said")));
    const effects = copy.querySelector(".played-effects");
    for (const effect of played.effects) {
      const entry = document.createElement("li");
      const change = document.createElement("span");
      change.className = "played-change";
      change.textContent = changes(effect) || say("roleplay.no_change");
      entry.append(say("roleplay.effect", effect), " ", change);
      effects.append(entry);
    }
    fill(copy, {
      "played-number": say("roleplay.turn_number", { turn: number + 1 }),
      "played-turning": played.turning && say("roleplay.turning"),
      "played-suggested": played.suggested && say(`roleplay.${played.suggested.kind}`, played.suggested),
      "played-answer": they(data, played.answer),
      "played-told": played.disclosed.map((id) => say("roleplay.told", { title: beat(id) })).join(" "),
      "played-again": say("roleplay.again", { turn: number + 1 }),
    });
    copy.querySelector(".played-again").addEventListener("click", () => replay(number));
    const better = copy.querySelector(".better");
    if (!weak) return better.remove();
    const page = pages.querySelector(`[data-page="${CSS.escape(weak.page)}"]`);
    fill(better, {
      "better-why": say("roleplay.better_why", weak),
      "better-line": weak.better && say("roleplay.better", { line: weak.better }),
      "better-page": page && say("roleplay.better_page"),
    });
    if (page) better.querySelector(".better-page").append(" ", page.cloneNode(true));
  };

  const transcript = (data, { opening, turns, ending }, outcome) => {
    const lines = turns.flatMap(({ said, answer }) => [`${say("roleplay.you")}: ${said}`, they(data, answer)]);
    return [data.title, they(data, opening), ...lines, they(data, ending?.said), outcome].filter(Boolean).join("\n\n");
  };

  // Where nothing may write to the clipboard, the text is shown, selected, to be copied by hand.
  const copy = async (section, text) => {
    const told = section.querySelector(".debrief-copied");
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = say("roleplay.copied");
    } catch {
      const box = section.querySelector(".debrief-transcript");
      box.hidden = false;
      box.value = text;
      box.select();
      told.textContent = say("roleplay.copy_here");
    }
  };

  // Fills the section with the debrief of what grader/browser.py `play` answered. `data` is the role-play, and
  // `replay(turn)` goes back to a turn.
  secondChance.debrief = (section, data, played, replay) => {
    const [template, pages] = [...section.querySelectorAll(":scope > template")];
    const content = template.content.cloneNode(true);
    const { ending, debrief, turns } = played;
    const outcome = say(`roleplay.${ending?.outcome ?? "stopped"}`);
    const points = [played.start, ...turns];
    const [first, last] = [played.start, points.at(-1)];
    plot(content.querySelector("svg"), points, debrief.turning);
    each(content.querySelector("tbody"), points, (row, { heat, trust }, place) =>
      fill(row, { "figures-turn": place ? String(place) : say("roleplay.figures_start"), "figures-heat": String(heat), "figures-trust": String(trust) }));
    const context = { data, debrief, pages: pages.content, replay };
    each(content.querySelector(".debrief-turns"), turns, (copy, one, number) => turn(copy, one, number, context));
    each(content.querySelector(".debrief-undiscovered"), debrief.undiscovered, (copy, { title, why }) =>
      fill(copy, { "undiscovered-title": title, "undiscovered-why": why }));
    each(content.querySelector(".debrief-promises"), debrief.promises, (copy, { text, time, kept }) =>
      fill(copy, { "promise-text": text, "promise-kept": say(`roleplay.${kept ? "kept" : time ? "not_kept" : "no_time"}`) }));
    const { unsure } = debrief;
    fill(content, {
      "debrief-title": ending?.title ?? outcome,
      "debrief-outcome": ending && outcome,
      "debrief-explanation": ending?.explanation,
      "plot-about": say("roleplay.plot_about", { heat_first: first.heat, heat_last: last.heat, trust_first: first.trust, trust_last: last.trust }),
      "debrief-unsure": unsure && say(unsure === 1 ? "roleplay.unsure_one" : "roleplay.unsure", { count: unsure, customer: data.customer }),
      "debrief-opening": they(data, played.opening),
      "debrief-last": they(data, ending?.said),
      "debrief-reflect": debrief.reflect,
    });
    content.querySelector(".debrief-copy").addEventListener("click", () => copy(section, transcript(data, played, outcome)));
    content.querySelector(".debrief-print").addEventListener("click", () => print());
    section.dataset.outcome = ending?.outcome ?? "stopped";
    section.replaceChildren(template, pages, content);
    section.hidden = false;
  };
}
