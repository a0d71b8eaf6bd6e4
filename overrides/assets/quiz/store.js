// A learner's answers, kept on this device by handbook, quiz and question. Nothing here throws: a store that is full,
// denied or corrupt only keeps less, and `secondChance.store.works` says whether what was last put is kept.
{
  const { settings } = secondChance;
  const top = `${settings.handbook}/answers/`;
  const key = (quiz, question) => `${top}${quiz}/${question}`;
  const read = (name) => {
    try {
      const kept = JSON.parse(localStorage.getItem(name));
      return Array.isArray(kept?.state) ? kept : null;
    } catch {
      return null;
    }
  };

  globalThis.secondChance.store = {
    works: true,

    // What was put for this question, or null if there is nothing, or nothing readable, or it is of another version.
    get(quiz, question, version) {
      const kept = read(key(quiz, question));
      return kept?.version === version ? kept : null;
    },

    // Everything readable that is kept, as [quiz, question, kept].
    all() {
      try {
        const names = Object.keys(localStorage).filter((name) => name.startsWith(top));
        return names.flatMap((name) => {
          const kept = read(name);
          return kept ? [[...name.slice(top.length).split("/"), kept]] : [];
        });
      } catch {
        return [];
      }
    },

    put(quiz, question, kept) {
      try {
        localStorage.setItem(key(quiz, question), JSON.stringify(kept));
        this.works = true;
      } catch {
        this.works = false;
      }
      return this.works;
    },

    remove(quiz, question) {
      try {
        localStorage.removeItem(key(quiz, question));
      } catch {
        this.works = false;
      }
    },
  };
}
