/* The hall's questions are put in order by two buttons a row or by dragging; numbers follow. */
(() => {
  const table = document.querySelector("[data-hall-order]");
  if (!table) return;
  const body = table.tBodies[0];
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  table.after(said);
  const number = () => [...body.rows].forEach((row, place) => {
    row.querySelector(".hall-place").value = place + 1;
  });
  const told = (row) => {
    number();
    said.textContent = `${row.dataset.code}: thứ tự ${row.rowIndex}. Chưa lưu.`;
  };
  const move = (row, step) => {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    told(row);
  };
  const button = (row, step, sign, words) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button button-small";
    made.textContent = sign;
    made.setAttribute("aria-label", `${words} ${row.dataset.code}`);
    made.addEventListener("click", () => {
      move(row, step);
      made.focus();
    });
    return made;
  };
  let dragged = null;
  [...body.rows].forEach((row) => {
    const moves = document.createElement("span");
    moves.className = "hall-moves";
    moves.append(button(row, -1, "↑", "Đưa lên"), button(row, 1, "↓", "Đưa xuống"));
    const place = row.querySelector(".hall-place");
    place.after(moves);
    place.addEventListener("keydown", (event) => {
      if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
      event.preventDefault();
      move(row, event.key === "ArrowUp" ? -1 : 1);
      place.focus();
    });
    row.draggable = true;
    row.addEventListener("dragstart", () => {
      dragged = row;
      row.classList.add("is-dragged");
    });
    row.addEventListener("dragend", () => {
      row.classList.remove("is-dragged");
      if (dragged) told(dragged);
      dragged = null;
    });
    row.addEventListener("dragover", (event) => {
      if (!dragged || dragged === row) return;
      event.preventDefault();
      const box = row.getBoundingClientRect();
      if (event.clientY > box.top + box.height / 2) row.after(dragged);
      else row.before(dragged);
    });
  });
})();
