// How many letters are left, under the box; the server counts again.
(() => {
  for (const line of document.querySelectorAll("[data-count-of]")) {
    const box = document.getElementById(line.dataset.countOf);
    const most = Number(box.dataset.count);
    const show = () => {
      const left = most - box.value.length;
      const number = Math.abs(left).toLocaleString("vi-VN");
      line.textContent = left < 0 ? `Quá ${number} chữ cái và dấu cách.` : `Còn ${number} chữ cái và dấu cách.`;
      line.hidden = false;
    };
    box.addEventListener("input", show);
    show();
  }
})();
