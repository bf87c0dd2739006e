// The button names the outcome, and the reason is asked for only on a return.
(() => {
  for (const form of document.querySelectorAll("[data-verdict]")) {
    const button = form.querySelector("button");
    const words = button.textContent;
    const reason = form.querySelector("[data-when]");
    const show = () => {
      const chosen = form.querySelector("[name=verdict]:checked");
      const outcome = document.createElement("span");
      outcome.textContent = chosen ? `${words}: ` : words;
      outcome.className = chosen ? "visually-hidden" : "";
      button.replaceChildren(outcome, chosen ? button.dataset[chosen.value] : "");
      reason.hidden = !chosen || chosen.value !== reason.dataset.when;
    };
    form.addEventListener("change", show);
    window.addEventListener("pageshow", show);
    show();
  }
})();
