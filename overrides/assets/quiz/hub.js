// The storage that all pages of the handbook share on file://, where Firefox keeps one for each page: that of hub.html,
// which store.js opens in a hidden frame.
// In: {key, text}; null for the text removes. Out: {entries} once, or {} if nothing can be kept here; then {works, key, text}
// after each message, and what other pages change as a Shelf tells it.
if (location.protocol === "file:" && parent !== window) {
  // A page on file:// has no name to be known by, so whoever is around this frame is answered; a web page cannot be.
  const tell = (message) => parent.postMessage(message, "*");
  const shelf = new Shelf(document.documentElement.dataset.handbook);
  addEventListener("message", ({ source, data: { key, text } }) => {
    if (source === parent && typeof key === "string" && (text === null || typeof text === "string"))
      tell({ works: shelf.write(key, text), key, text });
  });
  shelf.watch(tell);
  tell(shelf.write("hub", "here") ? { entries: shelf.entries() } : {});
}
