"use strict";
{
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
  const segments = [...document.querySelectorAll(".segment")].map((element) => ({
    element,
    text: fold(element.textContent),
    findings: [...element.querySelectorAll(".finding")],
  }));
  const letters = [...document.querySelectorAll(".letter")];
  const apply = () => {
    const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const rule = form.elements.rule.value;
    const text = fold(form.elements.text.value.trim());
    let count = 0;
    for (const segment of segments) {
      const hasText = segment.text.includes(text);
      let isShown = false;
      for (const finding of segment.findings) {
        const matches = hasText && severities.has(finding.dataset.severity) && (!rule || finding.dataset.rule === rule);
        finding.hidden = !matches;
        if (matches) { isShown = true; count += 1; }
      }
      segment.element.hidden = !isShown;
    }
    for (const letter of letters) {
      const own = letter.querySelectorAll(".segment");
      letter.hidden = own.length > 0 && !letter.querySelector(".segment:not([hidden])");
    }
    shown.textContent = `, ${count} shown`;
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
}
