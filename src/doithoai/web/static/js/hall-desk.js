// The secretary's buttons without a new page: what is being typed stays, the mark of the step is shown.
(() => {
  const messages = document.querySelector("[data-step-messages]");
  const show = (page) => {
    const said = page.querySelector(".error-summary") || page.querySelector(".messages");
    messages.replaceChildren(...(said ? [said] : []));
    if (said) said.focus();
    return !said;
  };
  const take = (page) => {
    for (const place of document.querySelectorAll("[data-live]")) {
      const fresh = page.querySelector(`[data-live="${place.dataset.live}"]`);
      if (fresh) place.innerHTML = fresh.innerHTML;
    }
  };
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-step]")) return;
    event.preventDefault();
    const data = new FormData(form);
    if (event.submitter) data.append(event.submitter.name, event.submitter.value);
    const key = event.submitter && event.submitter.dataset.key;
    let answer;
    try {
      answer = await fetch(location.href, { method: "POST", body: data });
    } catch {
      document.querySelectorAll("[data-live-lost]").forEach((one) => { one.hidden = false; });
      return;
    }
    if (!answer.ok) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    take(page);
    if (show(page)) form.id === "buoc" ? clear(data.get("viec")) : form.reset();
    if (key) document.querySelector(".hall-steps .button")?.focus({ preventScroll: true });
  });
  const clear = (deed) => {
    if (!/^(xong|ghi|het-xen)/.test(deed)) return;
    document.getElementById("id_note").value = "";
    document.getElementById("id_agency").value = "";
  };
})();
