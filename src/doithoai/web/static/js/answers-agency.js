// A proposal and the list exclude each other: choosing in one leaves the other.
(() => {
  const list = document.querySelector("select[name=other]");
  const proposals = [...document.querySelectorAll("input[name=agency]")];
  if (!list) return;
  list.addEventListener("change", () => {
    if (list.value) proposals.at(-1).checked = true;
  });
  for (const one of proposals.slice(0, -1)) {
    one.addEventListener("change", () => {
      list.value = "";
    });
  }
})();
