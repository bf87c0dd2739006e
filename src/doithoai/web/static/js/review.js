// Up and down walk between the marks of a plan, Enter confirms the section, E opens it to correct.
(() => {
  const source = document.querySelector(".source");
  const marks = source ? [...source.querySelectorAll("mark[data-facts]")] : [];
  if (!marks.length) return;

  const OFF = "keys-off";
  const KEPT = `mark-${location.pathname}`;
  const said = document.querySelector("[data-said]");
  const numbers = (mark) => mark.dataset.facts.split(" ");
  const row = (number) => document.querySelector(`[data-fact="${number}"]`);
  const order = [...new Set(marks.flatMap(numbers))]
    .filter((number) => document.getElementById(`cho-${number}`))
    .sort((one, other) => one - other);
  let chosen = -1;

  const bringSource = (mark) => {
    if (source.scrollHeight <= source.clientHeight) return false;
    const offset = mark.getBoundingClientRect().top - source.getBoundingClientRect().top;
    source.scrollTop += offset - source.clientHeight / 3;
    return true;
  };

  const choose = (index, toFact = true) => {
    chosen = index;
    const number = order[index];
    for (const one of document.querySelectorAll(".chosen")) one.classList.remove("chosen");
    for (const mark of marks) {
      if (numbers(mark).includes(number)) mark.classList.add("chosen");
    }
    const fact = row(number);
    fact?.closest("details").setAttribute("open", "");
    fact?.classList.add("chosen");
    const anchor = document.getElementById(`cho-${number}`);
    anchor.closest("details")?.setAttribute("open", "");
    const beside = bringSource(anchor.parentElement);
    const shown = fact && (beside || toFact) ? fact : anchor.parentElement;
    shown.scrollIntoView({ block: "center", behavior: "instant" });
    said.textContent = `Chỗ ${number}: ${anchor.parentElement.textContent}`;
    sessionStorage.setItem(KEPT, number);
  };

  const press = (selector) => {
    const control = row(order[chosen])?.closest("[data-section]").querySelector(selector);
    control?.click();
    return Boolean(control);
  };

  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("input, textarea, select, dialog, summary");
    if (busy || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose(Math.min(Math.max(chosen + step, 0), order.length - 1));
    } else if (chosen >= 0 && event.key === "Enter" && !event.target.closest("a, button")) {
      if (press("[data-confirm-facts]")) event.preventDefault();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-edit-chosen]")) press("[data-edit-facts]");
    const link = event.target.closest('a[href^="#cho-"], a[href^="#du-kien-"]');
    const index = link ? order.indexOf(link.hash.split("-").pop()) : -1;
    if (index < 0) return;
    event.preventDefault();
    choose(index, link.hash.startsWith("#du-kien-"));
  });

  const kept = order.indexOf(sessionStorage.getItem(KEPT));
  if (kept >= 0 && location.hash.startsWith("#phan-")) choose(kept);
})();
