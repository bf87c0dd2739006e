// The button names the outcome; what a verdict needs is asked for only with that verdict.
(() => {
  for (const form of document.querySelectorAll("[data-verdict]")) {
    const button = form.querySelector("button");
    const words = button.textContent;
    const parts = form.querySelectorAll("[data-when]");
    const show = () => {
      const chosen = form.querySelector("[name=verdict]:checked");
      const outcome = document.createElement("span");
      outcome.textContent = chosen ? `${words}: ` : words;
      outcome.className = chosen ? "visually-hidden" : "";
      button.replaceChildren(outcome, chosen ? button.dataset[chosen.value] : "");
      for (const part of parts) {
        part.hidden = !chosen || !part.dataset.when.split(" ").includes(chosen.value);
      }
    };
    form.addEventListener("change", show);
    window.addEventListener("pageshow", show);
    show();
  }
})();
