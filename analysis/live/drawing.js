// A drawing, and what is clicked in it: a link to a claim says which claim, and leads nowhere.
function render({ model, el }) {
  const place = document.createElement("div");
  place.className = "sitrep figure";
  el.append(place);
  const show = () => { place.innerHTML = model.get("markup"); };
  place.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const address = link && (link.getAttribute("href") || link.getAttribute("xlink:href") || "");
    if (!address) return;
    event.preventDefault();
    if (address.startsWith("#claim-")) model.send({ claim: address.slice("#claim-".length) });
  });
  model.on("change:markup", show);
  show();
}
export default { render };
