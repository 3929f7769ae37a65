// Small things that help, and that every page does without.
document.addEventListener("submit", event => {
  const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
  if (question && !window.confirm(question)) event.preventDefault();
});
