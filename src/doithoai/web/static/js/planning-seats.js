// The sums of the seats table follow what is typed; without script "Cộng lại" does the same.
(() => {
  const form = document.querySelector("[data-section-form]");
  const body = document.querySelector("#cong-thu tbody");
  if (!form || !body) return;

  const count = (text) => {
    const plain = text.trim().replace(/[. ](?=\d{3}\b)/g, "");
    return /^\d+$/.test(plain) ? Number(plain) : null;
  };
  const value = (row, name) => form.elements[`r${row}-${name}`].value;

  const sections = () => {
    const found = [];
    const rows = Number(form.elements.rows_typed.value);
    for (let row = 0; row < rows; row += 1) {
      const seats = count(value(row, "seats"));
      if (value(row, "kind") === "section") {
        found.push({ name: value(row, "name"), stated: seats, added: 0 });
      } else if (seats !== null) {
        if (!found.length) found.push({ name: "Các dòng đầu bảng", stated: null, added: 0 });
        found.at(-1).added += seats;
      }
    }
    return found;
  };

  const badges = Object.fromEntries(
    [...document.querySelectorAll("template[data-agrees]")].map((one) => [one.dataset.agrees, one]),
  );
  const cell = (line, tag, text, name) => {
    const one = document.createElement(tag);
    one.textContent = text;
    if (name) one.className = name;
    line.append(one);
    return one;
  };
  const draw = ({ name, stated, added }, total) => {
    const line = document.createElement("tr");
    if (total) line.className = "total";
    cell(line, "th", name).scope = "row";
    cell(line, "td", stated === null ? "Không ghi" : stated, "number");
    cell(line, "td", added, "number");
    const agrees = stated === null || stated === added;
    cell(line, "td", "").append(badges[agrees ? "yes" : "no"].content.cloneNode(true));
    return line;
  };

  const add = () => {
    const found = sections();
    const added = found.reduce((sum, one) => sum + (one.stated ?? one.added), 0);
    const total = { name: "Tổng cộng", stated: count(form.elements.quota_total.value), added };
    body.replaceChildren(...found.map((one) => draw(one)), draw(total, true));
  };
  form.addEventListener("input", add);
})();
