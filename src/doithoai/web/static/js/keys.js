// Single keys press what carries data-key; `?` lists them, with those that rest (data-key-rests).
// They rest in inputs and can be turned off, which the page then says.
(() => {
  const OFF = "keys-off";
  const keyed = () => [...document.querySelectorAll("[data-key]")].filter((one) => one.offsetParent);
  if (!keyed().length) return;

  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", "Phím tắt của trang này");
  document.body.append(dialog);

  const notice = document.createElement("p");
  notice.className = "keys-off";
  notice.setAttribute("aria-live", "polite");
  document.querySelector("main").prepend(notice);

  const isOff = () => Boolean(localStorage.getItem(OFF));
  const set = (off) => {
    off ? localStorage.setItem(OFF, "1") : localStorage.removeItem(OFF);
    tell();
  };
  const tell = () => {
    notice.textContent = isOff() ? "Phím tắt đang tắt. " : "";
    if (!isOff()) return;
    const on = add(notice, "button", "Bật phím tắt");
    on.className = "button button-small";
    on.addEventListener("click", () => set(false));
  };

  const add = (parent, tag, text) => {
    const one = document.createElement(tag);
    one.textContent = text;
    parent.append(one);
    return one;
  };
  const name = (one) => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll("kbd").forEach((key) => key.remove());
    return one.dataset.keyName || copy.textContent.trim();
  };
  const list = () => {
    dialog.textContent = "";
    add(dialog, "h2", "Phím tắt của trang này");
    const rest = document.querySelectorAll("[data-key-rests]");
    for (const one of [...keyed(), ...rest]) {
      const line = add(dialog, "p", "");
      add(line, "kbd", (one.dataset.key || one.dataset.keyRests).toUpperCase());
      line.append(` ${name(one)}`);
    }
    const actions = add(dialog, "div", "");
    actions.className = "form-actions";
    const close = add(actions, "button", "Đóng");
    close.className = "button";
    close.dataset.close = "";
    const turn = add(actions, "button", isOff() ? "Bật phím tắt" : "Tắt phím tắt");
    turn.className = "button button-text";
    turn.addEventListener("click", () => {
      set(!isOff());
      dialog.close();
    });
    dialog.showModal();
    close.focus();
  };

  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("textarea, select, dialog, input:not([type=radio], [type=checkbox])");
    if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") return list();
    if (isOff()) return;
    const one = keyed().find((each) => each.dataset.key === event.key.toLowerCase());
    if (!one) return;
    event.preventDefault();
    one.focus();
    one.click();
  });

  tell();
})();
