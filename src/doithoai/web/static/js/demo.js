// In a demonstration, one press fills the sign-in form with an account.
(() => {
  const section = document.querySelector(".demo");
  if (!section) return;
  for (const button of section.querySelectorAll("[data-account]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      document.getElementById("id_login").value = button.dataset.account;
      document.getElementById("id_password").value = section.dataset.password;
      document.querySelector(".sign-in-form .button-primary").focus();
    });
  }
})();
