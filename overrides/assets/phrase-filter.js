// Narrows the phrase bank to what fits, and keeps the choice in the address, so that a link shows the same cards.
// Without script all cards are there, by moment.
const filter = document.querySelector(".phrase-filter");
const phrases = [...document.querySelectorAll(".phrase")];
const [shown, address] = [filter.querySelector("output"), new URL(location.href)];

function fits(phrase) {
  return [...filter.elements].filter((field) => field.value && field.name).every((field) => {
    const has = (phrase.dataset[field.name] ?? "").split(" ");
    return has.includes(field.value) || has.includes("any");
  });
}

function narrow() {
  for (const phrase of phrases) phrase.hidden = !fits(phrase);
  const left = phrases.filter((phrase) => !phrase.hidden);
  // A moment without a card left is no place to go to.
  for (const link of document.querySelectorAll(".moments a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    let next = heading?.nextElementSibling;
    let any = false;
    for (; next && next.tagName !== "H2"; next = next.nextElementSibling) any ||= next.matches(".phrase:not([hidden])");
    link.hidden = heading.hidden = !any;
  }
  shown.textContent = filter.dataset.shown.replace("{shown}", left.length).replace("{all}", phrases.length);
}

for (const field of filter.elements) if (field.name) field.value = address.searchParams.get(field.name) ?? "";
filter.addEventListener("change", () => {
  for (const field of filter.elements) {
    if (field.name && field.value) address.searchParams.set(field.name, field.value);
    else if (field.name) address.searchParams.delete(field.name);
  }
  address.hash = "";
  history.replaceState(null, "", address);
  narrow();
});
filter.addEventListener("submit", (event) => event.preventDefault());
filter.hidden = false;
narrow();
