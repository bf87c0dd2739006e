// Ctrl+Enter saves a slip from wherever the hand is.
(() => {
  const form = document.getElementById("nhap-phieu");
  document.querySelectorAll(".entry-keys").forEach((one) => (one.hidden = false));
  form?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-save]"));
  });
})();
