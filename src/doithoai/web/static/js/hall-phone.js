// The telephone: support without a new page, know what was supported, fetch the receipt when it comes.
(() => {
  const root = document.querySelector(".hall-phone");
  const mine = document.getElementById("cua-toi");
  if (!root) return;
  const supported = new Set((root.dataset.supported || "").split(" "));
  const mark = () => {
    for (const button of root.querySelectorAll("[data-support]")) {
      if (!supported.has(button.dataset.support)) continue;
      button.disabled = true;
      button.textContent = "Đã ủng hộ";
    }
    const taking = Boolean(root.querySelector("[data-taking]"));
    root.querySelector("[data-ask]").hidden = !taking;
  };
  const look = async () => {
    if (!mine.querySelector("li")) return;
    await new Promise((wait) => { setTimeout(wait, Math.random() * 2000); });
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    mine.innerHTML = page.getElementById("cua-toi").innerHTML;
  };
  document.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (event.target.id !== "ung-ho" || !button) return;
    event.preventDefault();
    const data = new FormData(event.target);
    data.append(button.name, button.value);
    const answer = await fetch(location.href, { method: "POST", body: data });
    if (!answer.ok) return location.reload();
    supported.add(button.value);
    mark();
  });
  document.addEventListener("hall:drawn", () => {
    mark();
    look();
  });
  mark();
})();
