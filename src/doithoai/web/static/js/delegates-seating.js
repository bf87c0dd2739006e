// Arrows walk between the seats, M goes to the move field, Esc drops the choice; people are dragged.
(() => {
  const form = document.getElementById("keo-tha");
  const map = document.querySelector(".hall-map");
  if (!form || !map) return;

  const OFF = "keys-off";
  const seats = [...map.querySelectorAll("[data-seat]")];
  const lines = [...new Set(seats.map((seat) => seat.dataset.row))].map((row) =>
    seats.filter((seat) => seat.dataset.row === row),
  );
  const chosen = map.querySelector("[aria-current]");
  const only = (seat) => {
    for (const each of seats) each.tabIndex = each === seat ? 0 : -1;
  };
  only(chosen || seats[0]);

  const middle = (seat) => seat.getBoundingClientRect().left + seat.offsetWidth / 2;
  const nearest = (line, from) =>
    line.reduce((best, one) =>
      Math.abs(middle(one) - middle(from)) < Math.abs(middle(best) - middle(from)) ? one : best,
    );
  const beside = (seat, key) => {
    const at = lines.findIndex((line) => line.includes(seat));
    const place = lines[at].indexOf(seat);
    if (key === "ArrowLeft") return lines[at][place - 1];
    if (key === "ArrowRight") return lines[at][place + 1];
    const line = lines[at + (key === "ArrowDown" ? 1 : -1)];
    return line && nearest(line, seat);
  };

  map.addEventListener("keydown", (event) => {
    const seat = event.target.closest("[data-seat]");
    if (!seat || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const next = beside(seat, event.key);
    if (!next) return;
    only(next);
    next.focus();
  });

  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("input, textarea, select, dialog");
    if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
    if (event.key === "Escape" && chosen && !event.target.closest("dialog")) {
      location.assign(location.pathname);
    } else if (event.key.toLowerCase() === "m" && !busy) {
      const field = document.querySelector("[data-move]");
      if (!field) return;
      event.preventDefault();
      field.focus();
    }
  });

  let held = null;
  for (const one of document.querySelectorAll(".waiting-rows [data-person], .hall-map [data-person]")) {
    one.draggable = true;
    one.addEventListener("dragstart", (event) => {
      held = { person: one.dataset.person, seat: one.dataset.seat || "" };
      event.dataTransfer.setData("text/plain", one.dataset.seat || one.dataset.person);
      event.dataTransfer.effectAllowed = "move";
    });
    one.addEventListener("dragend", () => {
      held = null;
    });
  }

  const deed = (target) => {
    if (!held || held.seat === target.dataset.seat) return null;
    const taken = "person" in target.dataset;
    if (!held.seat) return taken ? null : "xep";
    return taken ? "doi" : "chuyen";
  };
  for (const seat of seats) {
    seat.addEventListener("dragover", (event) => {
      if (!deed(seat)) return;
      event.preventDefault();
      seat.classList.add("drop-here");
    });
    seat.addEventListener("dragleave", () => seat.classList.remove("drop-here"));
    seat.addEventListener("drop", (event) => {
      event.preventDefault();
      seat.classList.remove("drop-here");
      const wanted = deed(seat);
      if (!wanted) return;
      form.elements.viec.value = wanted;
      form.elements.nguoi.value = held.person;
      form.elements.ghe.value = held.seat;
      form.elements.den.value = seat.dataset.seat;
      form.requestSubmit();
    });
  }
})();
