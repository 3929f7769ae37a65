// Small things that help, and that every page does without.
document.addEventListener("submit", event => {
  const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
  if (question && !window.confirm(question)) event.preventDefault();
});

// What is written is shown beside it, a moment after the last key.
for (const form of document.querySelectorAll("form[data-preview]")) {
  const button = document.getElementById(form.dataset.preview);
  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => form.requestSubmit(button), 700);
  });
  if (form.querySelector("textarea").value) form.requestSubmit(button);
}
