// The button names the outcome, and the reason is asked for only on a return.
(() => {
  for (const form of document.querySelectorAll("[data-verdict]")) {
    const button = form.querySelector("button");
    const unchosen = button.textContent;
    const reason = form.querySelector("[data-when]");
    const show = () => {
      const chosen = form.querySelector("[name=verdict]:checked");
      button.textContent = chosen ? button.dataset[chosen.value] : unchosen;
      reason.hidden = !chosen || chosen.value !== reason.dataset.when;
    };
    form.addEventListener("change", show);
    show();
  }
})();
