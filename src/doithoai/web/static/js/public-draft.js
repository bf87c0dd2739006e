// Keeps the words being written on this machine for a day; gone once sent or on request.
(() => {
  const DAY = 24 * 3600 * 1000;
  const keyOf = (path) => `cau-hoi:${path}`;
  const sent = document.currentScript.dataset.sent;
  const store = (() => {
    try {
      return window.localStorage;
    } catch {
      return null; // the browser keeps nothing
    }
  })();
  if (!store) return;
  if (sent) {
    store.removeItem(keyOf(sent));
    return;
  }
  const key = keyOf(window.location.pathname);
  const read = () => {
    try {
      const kept = JSON.parse(store.getItem(key));
      return kept && Date.now() - kept.at < DAY ? kept.text : "";
    } catch {
      return "";
    }
  };
  for (const line of document.querySelectorAll("[data-kept-of]")) {
    const box = document.getElementById(line.dataset.keptOf);
    const show = () => {
      line.hidden = !box.value.trim();
    };
    const keep = () => {
      try {
        store.setItem(key, JSON.stringify({ at: Date.now(), text: box.value }));
      } catch {
        line.hidden = true; // no room left
        return;
      }
      show();
    };
    if (!box.value.trim() && read()) {
      box.value = read();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    box.addEventListener("input", keep);
    line.querySelector("button").addEventListener("click", () => {
      store.removeItem(key);
      box.value = "";
      box.dispatchEvent(new Event("input", { bubbles: true }));
      store.removeItem(key);
      box.focus();
    });
    show();
  }
})();
