// The Copy button of a phrase: what to say goes to the clipboard. Without script the button is not there.
for (const phrase of document.querySelectorAll(".phrase")) {
  const button = phrase.querySelector(".phrase-tools button");
  const words = phrase.querySelector(".phrase-better") ?? phrase.querySelector(".phrase-words");
  const label = button.textContent;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    // What stands behind the verdict's own word.
    const text = [...words.childNodes].filter((node) => !node.classList?.contains("verdict")).map((node) => node.textContent);
    await navigator.clipboard.writeText(text.join("").trim());
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = label), 2000);
  });
}
