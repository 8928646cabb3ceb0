"use strict";
// Everything works without this script: it opens what a link points into, searches the cases and copies commands.
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  target.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", reveal);
reveal();
for (const list of document.querySelectorAll(".cases")) {
  const label = list.querySelector(".search");
  const groups = [...list.querySelectorAll(".group")];
  label.hidden = false;
  label.querySelector("input").addEventListener("input", (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    let any = false;
    for (const group of groups) {
      let some = false;
      for (const item of group.querySelectorAll("li")) {
        const text = (item.dataset.words + " " + item.textContent).toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
        some ||= !item.hidden;
      }
      group.hidden = !some;
      group.open = some && words.length > 0;
      any ||= some;
    }
    list.querySelector(".nothing").hidden = any;
  });
}
if (navigator.clipboard) {
  for (const command of document.querySelectorAll(".command")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(command.querySelector("code").textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    command.append(button);
  }
}
