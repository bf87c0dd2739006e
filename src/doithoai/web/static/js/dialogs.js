// A deed that is hard to undo asks first; without script the same form is sent at once.
(() => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const form = button.closest("form[data-confirm]");
    const dialog = form ? form.querySelector("dialog") : button.closest("dialog");
    if ("close" in button.dataset) {
      dialog.close();
    } else if (form && !dialog.contains(button)) {
      event.preventDefault();
      dialog.showModal();
      dialog.querySelector("[data-close]").focus();
    }
  });
})();
