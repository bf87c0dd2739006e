// Single keys press what carries data-key; `?` lists them; they rest in inputs and can be turned off.
(() => {
  const OFF = "keys-off";
  const keyed = () => [...document.querySelectorAll("[data-key]")].filter((one) => one.offsetParent);
  if (!keyed().length) return;

  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", "Phím tắt của trang này");
  document.body.append(dialog);

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
    for (const one of keyed()) {
      const line = add(dialog, "p", "");
      add(line, "kbd", one.dataset.key.toUpperCase());
      line.append(` ${name(one)}`);
    }
    const actions = add(dialog, "div", "");
    actions.className = "form-actions";
    const off = localStorage.getItem(OFF);
    const turn = add(actions, "button", off ? "Bật phím tắt" : "Tắt phím tắt");
    turn.className = "button";
    turn.addEventListener("click", () => {
      off ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1");
      dialog.close();
    });
    const close = add(actions, "button", "Đóng");
    close.className = "button button-text";
    close.dataset.close = "";
    dialog.showModal();
  };

  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("textarea, select, dialog, input:not([type=radio], [type=checkbox])");
    if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") return list();
    if (localStorage.getItem(OFF)) return;
    const one = keyed().find((each) => each.dataset.key === event.key.toLowerCase());
    if (!one) return;
    event.preventDefault();
    one.focus();
    one.click();
  });
})();
