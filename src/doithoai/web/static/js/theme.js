// The person's choice of light or dark, kept in a cookie so that the server paints it at once.
(() => {
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.bsTheme ? root.dataset.bsTheme === "dark" : system.matches);
  const show = () => {
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.classList.toggle("is-dark", isDark());
      button.hidden = false;
    }
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    const theme = isDark() ? "light" : "dark";
    root.dataset.bsTheme = theme;
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    show();
  });
  system.addEventListener("change", show);
  show();
})();
