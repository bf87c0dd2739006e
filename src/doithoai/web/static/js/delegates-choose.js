/* One box that chooses every row of the page, and how many are chosen. */
(() => {
  const all = document.querySelector("[data-choose-all]");
  if (!all) return;
  const boxes = [...document.querySelectorAll(`input[type="checkbox"][form="${all.dataset.chooseAll}"]`)];
  const count = document.querySelector("[data-chosen]");
  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    count.textContent = chosen ? `Đã chọn ${chosen}${all.dataset.noun || ""}` : "Chọn cả trang";
  };
  all.addEventListener("change", () => {
    boxes.forEach((box) => (box.checked = all.checked));
    tell();
  });
  boxes.forEach((box) => box.addEventListener("change", tell));
  all.closest("label").hidden = boxes.length === 0;
  tell();
})();
