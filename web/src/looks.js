// Which colour stands for which kind, and what the colours are now: they come from the style sheet, light or dark.

const GROUPS = {
  ProsecutorsOffice: "prosecution", Ministry: "ministry", Court: "court", Council: "council", InternationalOrganization: "council",
  University: "training", TrainingInstitution: "training", State: "state", Person: "person", Parliament: "ministry", GovernmentBody: "ministry",
  Embassy: "ministry",
};

/** Return the group of colours that a kind belongs to. */
export const groupOf = (kind) => GROUPS[kind] ?? "other";

/** Return the colours of the page as they are now. */
export function looks() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: colour("paper"), panel: colour("panel"), ink: colour("ink"), muted: colour("muted"), line: colour("line"), edge: colour("edge"),
    accent: colour("accent"), group: (name) => colour(`kind-${name}`), font: style.getPropertyValue("--sans").trim(),
  };
}

/** Return the radius of a node by its weight among others. */
export const radius = (weight, most) => 7 + 19 * Math.sqrt(weight / Math.max(1, most));

/** Return the width of a line by its weight among others: the heaviest are the thicker the more they hold. */
export function thickness(weight, most) {
  const widest = Math.min(5.5, 1 + 1.6 * Math.log2(Math.max(1, most)));
  return 0.7 + (widest - 0.7) * (weight / Math.max(1, most)) ** 0.8;
}
