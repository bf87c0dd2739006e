// Shows the common wording before merging: taken from the main question, merged with Enter.
(() => {
  for (const details of document.querySelectorAll(".merge-words")) {
    const form = details.closest("form");
    const words = details.querySelector("[name=wording]");
    const base = details.querySelector("[name=goc]");
    details.addEventListener("toggle", () => {
      if (details.open) details.querySelector("[data-merge]").focus();
    });
    let taken = words ? words.value : "";
    form.addEventListener("change", (event) => {
      const mark = event.target;
      if (mark.name !== "chinh" || !words || words.value !== taken) return;
      taken = words.value = mark.dataset.wording;
      base.value = mark.value;
    });
  }
})();
