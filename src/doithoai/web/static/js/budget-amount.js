// Thành tiền is shown while the three numbers are typed; the server computes it again.
(() => {
  const whole = (text) => {
    const digits = text.replace(/(\d)[.\s](?=\d{3}\b)/g, "$1").replace(/\s*đ$/, "").trim();
    return /^\d{1,12}$/.test(digits) ? BigInt(digits) : null;
  };
  for (const form of document.querySelectorAll("[data-amount]")) {
    const shown = form.querySelector(".budget-product");
    const boxes = ["quantity", "times", "rate"].map((name) => form.elements[name]);
    const show = () => {
      const numbers = boxes.map((box) => whole(box.value));
      shown.hidden = numbers.includes(null);
      if (!shown.hidden) {
        const product = numbers.reduce((left, right) => left * right, 1n);
        const grouped = product.toString().replace(/\B(?=(\d{3})+$)/g, ".");
        shown.querySelector("b").textContent = `${grouped} đ`;
      }
    };
    form.addEventListener("input", show);
    window.addEventListener("pageshow", show);
    show();
  }
})();
