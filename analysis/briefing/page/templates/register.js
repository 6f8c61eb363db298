"use strict"
for (const finder of document.querySelectorAll(".finder")) {
  const table = finder.parentElement.querySelector("table")
  const bodies = [...table.tBodies]
  const together = table.createTBody()
  const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase().trim()
  const rows = [...table.querySelectorAll("tr.claim")].map(row => ({
    row,
    body: row.parentElement,
    cells: [...row.cells].map(cell => cell.textContent.trim()),
    text: plain(row.textContent + " " + row.parentElement.rows[0].textContent),
  }))
  const heads = [...table.querySelectorAll("tr.report")].map(head => ({
    head,
    claims: rows.filter(each => each.body === head.parentElement),
  }))
  const search = finder.querySelector("input")
  const filters = [...finder.querySelectorAll("select[data-column]")]
  const order = finder.querySelector("select[data-order]")
  const status = finder.querySelector("[role=status]")
  const collator = new Intl.Collator(undefined, { numeric: true })
  let waiting = 0

  for (const filter of filters) {
    const found = new Set(rows.map(each => each.cells[filter.dataset.column]))
    found.delete("")
    for (const value of [...found].sort(collator.compare)) filter.add(new Option(value, value))
  }

  const show = () => {
    const words = plain(search.value).split(" ")
    let shown = 0
    for (const each of rows) {
      const fits = words.every(word => each.text.includes(word))
        && filters.every(filter => !filter.value || each.cells[filter.dataset.column] === filter.value)
      each.row.hidden = !fits
      shown += fits
    }
    const narrowed = shown < rows.length
    for (const { head, claims } of heads) {
      head.hidden = order.value !== "" || (narrowed && !claims.some(each => !each.row.hidden))
    }
    clearTimeout(waiting)
    const said = status.dataset.words.replace("{shown}", shown).replace("{total}", rows.length)
    waiting = setTimeout(() => { status.textContent = said }, 250)
  }

  const sort = () => {
    const column = order.value
    const sorted = column === "" ? rows : [...rows].sort((one, other) => {
      const [a, b] = [one.cells[column], other.cells[column]]
      return (a === "") - (b === "") || collator.compare(a, b)
    })
    if (column === "") {
      for (const body of bodies) {
        const claims = rows.filter(each => each.body === body).map(each => each.row)
        body.rows[0].after(...claims)
      }
    } else {
      together.append(...sorted.map(each => each.row))
    }
    show()
  }

  const reset = () => {
    search.value = ""
    for (const select of [...filters, order]) select.value = ""
    sort()
  }

  search.addEventListener("input", show)
  for (const filter of filters) filter.addEventListener("change", show)
  order.addEventListener("change", sort)
  finder.querySelector("button").addEventListener("click", reset)
  addEventListener("hashchange", () => {
    const aim = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (aim && table.contains(aim) && aim.closest("[hidden]")) {
      reset()
      aim.scrollIntoView()
    }
  })
  finder.hidden = false
  show()
}
