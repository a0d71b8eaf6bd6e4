// What a learner wrote, with what was found in it underlined, and labelled where each find ends.
// `found`: [{quote: [start, end], met: yes, no or unsure, label}]; `name` is what the whole is called.
secondChance.markedText = (text, found, name) => {
  const edges = [...new Set([0, text.length, ...found.flatMap(({ quote }) => quote)])].sort((a, b) => a - b);
  const whole = document.createElement("div");
  whole.className = "marked-reply";
  whole.setAttribute("role", "group");
  whole.setAttribute("aria-label", name);
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i], edges[i + 1]];
    const over = found.filter(({ quote }) => quote[0] <= start && end <= quote[1]);
    if (!over.length) {
      whole.append(text.slice(start, end));
      continue;
    }
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    mark.dataset.met = ["no", "unsure"].find((met) => over.some((each) => each.met === met)) ?? "yes";
    whole.append(mark);
    for (const { quote, met, label } of over) {
      if (quote[1] !== end) continue;
      const at = document.createElement("sup");
      at.className = "mark-label";
      at.textContent = label;
      at.dataset.met = met;
      whole.append(at);
    }
  }
  return whole;
};
