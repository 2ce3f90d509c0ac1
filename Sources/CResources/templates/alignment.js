"use strict";
(() => {
  const holder = document.getElementById("lathu-review");
  const review = JSON.parse(holder.textContent);
  const pairs = () => [...document.querySelectorAll(".pair")];
  const side = (pair, name) => pair.querySelector("." + name);
  const texts = (pair, name) => [...side(pair, name).querySelectorAll(".segment")];
  const isWhole = (pair) => texts(pair, "source").length > 0 && texts(pair, "target").length > 0;

  function button(label, title, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.title = title;
    made.setAttribute("aria-label", title);
    made.addEventListener("click", action);
    return made;
  }

  function makePair(like) {
    const pair = document.createElement("article");
    pair.className = "pair alone";
    pair.dataset.confidence = "0.000";
    const verdict = document.createElement("p");
    verdict.className = "verdict";
    verdict.append(document.createElement("span"));
    pair.append(verdict, side(like, "source").cloneNode(false), side(like, "target").cloneNode(false));
    return pair;
  }

  function neighbour(pair, after) {
    let next = after ? pair.nextElementSibling : pair.previousElementSibling;
    if (!next || !next.classList.contains("pair")) {
      next = makePair(pair);
      if (after) pair.after(next); else pair.before(next);
    }
    return next;
  }

  // A person who joins, parts or moves segments has looked at them.
  function touch(pair) {
    if (texts(pair, "source").length + texts(pair, "target").length === 0) { pair.remove(); return; }
    if (isWhole(pair)) pair.dataset.decision = "accept"; else delete pair.dataset.decision;
    show(pair);
  }

  function move(segment, up) {
    const pair = segment.closest(".pair");
    const name = segment.parentElement.classList.contains("source") ? "source" : "target";
    const other = neighbour(pair, !up);
    if (up) side(other, name).append(segment); else side(other, name).prepend(segment);
    touch(pair);
    touch(other);
    count();
    segment.querySelector("button")?.focus();
  }

  function part(pair) {
    const after = makePair(pair);
    pair.after(after);
    for (const name of ["source", "target"]) {
      const last = texts(pair, name);
      if (last.length > 1) side(after, name).append(last[last.length - 1]);
    }
    touch(pair);
    touch(after);
    count();
  }

  function join(pair) {
    const next = pair.nextElementSibling;
    if (!next || !next.classList.contains("pair")) return;
    for (const name of ["source", "target"]) side(pair, name).append(...texts(next, name));
    next.remove();
    touch(pair);
    count();
  }

  function decide(pair, decision) {
    if (pair.dataset.decision === decision) delete pair.dataset.decision; else pair.dataset.decision = decision;
    show(pair);
    count();
  }

  function show(pair) {
    const decision = pair.dataset.decision;
    const percent = Math.floor(Number(pair.dataset.confidence) * 100);
    const moved = "moved" in pair.dataset ? ", moved" : "";
    const words = decision === "accept" ? "accepted" : decision === "reject" ? "rejected"
      : !isWhole(pair) ? "no counterpart"
      : (pair.classList.contains("certain") ? "certain" : pair.classList.contains("uncertain") ? "uncertain" : "doubtful")
        + ", " + percent + "%";
    pair.querySelector(".verdict span").textContent = words + moved;
    pair.classList.toggle("alone", !isWhole(pair));
    if (!pair.querySelector(".actions")) {
      const actions = document.createElement("div");
      actions.className = "actions";
      actions.append(
        button("Accept", "Accept this pair", () => decide(pair, "accept")),
        button("Reject", "Reject this pair", () => decide(pair, "reject")),
        button("Join with next", "Join this pair with the next one", () => join(pair)),
        button("Part the last", "Make the last segments of this pair a pair of their own", () => part(pair)));
      pair.append(actions);
    }
    // There is nothing to part where either side has one segment at most.
    pair.querySelector(".actions button:last-child").hidden =
      texts(pair, "source").length < 2 && texts(pair, "target").length < 2;
    for (const segment of pair.querySelectorAll(".segment")) {
      if (!segment.querySelector("button")) {
        const moves = document.createElement("span");
        moves.className = "moves";
        moves.append(
          button("↑", "Move this segment to the pair above", () => move(segment, true)),
          button("↓", "Move this segment to the pair below", () => move(segment, false)));
        segment.append(moves);
      }
    }
  }

  const isOpen = (pair) => !pair.dataset.decision && !pair.classList.contains("certain");

  function count() {
    const open = pairs().filter((pair) => isOpen(pair) && isWhole(pair)).length;
    document.getElementById("count").textContent = open === 0 ? "Nothing is undecided." : open + " undecided";
  }

  function collect() {
    const text = (segment) => segment.firstChild.nodeType === Node.TEXT_NODE ? segment.firstChild.data : "";
    review.documents.forEach((entry, number) => {
      entry.pairs = [...document.querySelectorAll(`[data-document="${number}"] .pair`)].map((pair) => ({
        source: texts(pair, "source").map(text), target: texts(pair, "target").map(text),
        confidence: Number(pair.dataset.confidence), isMoved: "moved" in pair.dataset,
        ...(pair.dataset.decision ? { decision: pair.dataset.decision } : {}),
      }));
    });
    return JSON.stringify(review).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  }

  function page() {
    holder.textContent = collect();
    const copy = document.documentElement.cloneNode(true);
    for (const made of copy.querySelectorAll(".actions, .moves")) made.remove();
    copy.querySelector(".tools").hidden = true;
    copy.querySelector("#count").textContent = "";
    return "<!DOCTYPE html>\n" + copy.outerHTML + "\n";
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([page()], { type: "text/html;charset=utf-8" }));
    link.download = decodeURIComponent(location.pathname.split("/").pop() || "review.html");
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function next() {
    const open = pairs().filter((pair) => isOpen(pair) && isWhole(pair));
    const here = open.findIndex((pair) => pair.contains(document.activeElement));
    const pair = open[(here + 1) % open.length];
    if (!pair) return;
    pair.scrollIntoView({ block: "center" });
    pair.querySelector(".actions button").focus();
  }

  pairs().forEach(show);
  count();
  document.querySelector(".tools").hidden = false;
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("next").addEventListener("click", next);
})();
