// Focus goes to the summary of errors, its links to the fields; a form is sent once.
(() => {
  const AGAIN = 8000;
  const summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.closest(".field")?.scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    const button = event.submitter;
    if (button) {
      button.style.minWidth = `${button.offsetWidth}px`;
      button.dataset.word = button.textContent;
      button.setAttribute("aria-busy", "true");
      button.textContent = button.dataset.busy || "Đang lưu";
    }
    setTimeout(() => reset(form), AGAIN);
  });

  const reset = (form) => {
    delete form.dataset.sent;
    const button = form.querySelector("[aria-busy]");
    if (!button) return;
    button.removeAttribute("aria-busy");
    button.textContent = button.dataset.word;
  };
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach(reset);
  });

  for (const button of document.querySelectorAll("[data-reveal]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = document.getElementById(button.dataset.reveal);
      const shown = field.type === "text";
      field.type = shown ? "password" : "text";
      button.firstChild.data = shown ? "Hiện" : "Ẩn";
    });
  }
})();
