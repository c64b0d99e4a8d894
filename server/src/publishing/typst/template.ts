/**
 * How the pages look: functions of Typst's that the document calls, once `look` (typst.ts) is there. Their names are those of
 * the writers beside this file. No word of a document is in it.
 */
export const template = `
#let ink = rgb("#1d2329")
#let soft = rgb("#4d5761")
#let hair = rgb("#c9d1d8")
#let wash = color.mix((look.accent, 7%), (white, 93%))
#let fonts(family) = (family, "Source Sans 3", "Source Serif 4")
#let display = fonts(look.heading-font)

// A passage of the source: its line, and where it stands on the pages.
#let at(line) = [#metadata(line)<_line>]
#let spot(name) = [#metadata(none)#label(name)]
// A title that is no title any more but a text.
#let lesser(size, words) = text(size: size * 1em, words)
// Where a run of signs without a blank may be broken.
#let gap() = h(0pt)
// A word that is long enough to be divided at the end of a line.
#let long(word) = text(hyphenate: true, word)

#let state-mark(size) = if look.state != none {
  let (paper, colour) = look.state-colours
  box(fill: paper, stroke: 0.6pt + colour, inset: (x: 0.7em, y: 0.32em), outset: (y: 0.1em), radius: 1em,
    text(size, fill: colour, weight: 600, tracking: 0.06em, look.state))
}

#let pages(body) = {
  set document(title: look.title, author: look.author, keywords: look.keywords, date: look.date)
  set text(font: fonts(look.font), size: 10.8pt, fill: ink, lang: "da", region: "DK", hyphenate: false,
    number-type: "lining")
  set par(leading: 0.7em, spacing: 1.02em, justify: false)
  set page(
    paper: look.paper,
    margin: look.margins,
    header-ascent: 40%,
    footer-descent: 35%,
    header: context if here().page() > 1 {
      set text(8.6pt, fill: soft)
      grid(columns: (1fr, auto), gutter: 6mm, align: (left + horizon, right + horizon), look.head, state-mark(7.6pt))
    },
    footer: context {
      set text(8.6pt, fill: soft)
      line(length: 100%, stroke: 0.4pt + hair)
      v(-0.45em)
      grid(columns: (1fr, auto), gutter: 6mm, align: (left, right), look.foot,
        [#look.page-word #counter(page).display() #look.page-of #counter(page).final().first()])
    },
  )
  set strong(delta: 200)
  set super(size: 0.65em, baseline: -0.45em)
  set footnote.entry(separator: line(length: 22%, stroke: 0.4pt + hair), gap: 0.55em, clearance: 1em, indent: 0em)
  show footnote.entry: set text(8.9pt)
  show footnote.entry: set par(leading: 0.55em)
  show title: set block(above: 0pt, below: 0pt, sticky: false)
  show title: set par(leading: 0.42em)
  show title: set text(font: display, size: 25pt, weight: 600)
  show heading: set par(leading: 0.45em)
  show heading.where(level: 1): it => {
    if it.numbering != none {
      block(above: 0pt, below: 0.55em, sticky: true,
        text(10.8pt, fill: look.accent-text, weight: 600, counter(heading).display(it.numbering)))
    }
    block(above: 0pt, below: 0.75em, sticky: true, width: 100%,
      text(font: display, size: if it.bookmarked == true { 18pt } else { 14.5pt }, weight: 600, it.body))
  }
  show heading.where(level: 2): set text(font: display, size: 12.8pt, weight: 600)
  show heading.where(level: 2): set block(above: 1.75em, below: 0.82em)
  show heading.where(level: 3): set text(size: 10.8pt, weight: 600)
  show heading.where(level: 3): set block(above: 1.4em, below: 0.68em)
  set list(indent: 0.15em, body-indent: 0.65em, spacing: 0.78em)
  set enum(indent: 0.15em, body-indent: 0.65em, spacing: 0.78em, number-align: start + top)
  set table(inset: (x: 2.1mm, y: 1.7mm), stroke: none)
  body
}

#let leads(to, body) = if type(to) == str {
  link(to, text(fill: look.accent-text, underline(stroke: 0.45pt, offset: 0.14em, body)))
} else {
  link(to, text(fill: look.accent-text, body))
}

// What has changed since an earlier version.
#let new = rgb("#2c6b3f")
#let gone = rgb("#8a2b2b")
#let inserted(body) = text(fill: new, underline(stroke: 0.5pt + new, offset: 0.14em, body))
#let deleted(body) = text(fill: gone, strike(stroke: 0.6pt + gone, body))
#let change-note(body) = block(above: 0.9em, below: 1.2em, inset: (left: 3mm, y: 0.9mm), stroke: (left: 2pt + rgb("#7a4a00")),
  par(text(9.8pt, fill: rgb("#7a4a00"), body)))

#let note(name, number, line, body) = [#footnote(numbering: (..n) => number, { at(line); body })#label(name)]
#let again(name, number) = footnote(name, numbering: (..n) => number)

#let p(line, body) = par({ at(line); body })
#let small(line, body) = par(text(9.4pt, fill: soft, { at(line); body }))
#let part(level, line, body) = [#heading(level: level, outlined: false, bookmarked: false, body)#label("_h" + str(line))]

#let bullets(marks, items) = list(marker: text(fill: look.accent-text, marks.at(0)), ..items.map(list.item))
#let numbers(marks, items) = enum(numbering: (..n) => marks.at(n.pos().last() - 1), ..items.map(enum.item))

#let attachments(entries) = list(
  marker: none,
  body-indent: 0pt,
  indent: 0pt,
  spacing: 0.7em,
  ..entries.map(((line, name, written, body)) => list.item({
    if name != none { spot(name) }
    at(line)
    if written != "" { text(fill: soft, written); " " }
    body
  })),
)

#let grid-table(line, widths, aligns, tight: false, part: none, header: none, rows) = {
  let cells(row) = row.at(1).enumerate().map(((index, cell)) => if index == 0 { { at(row.at(0)); cell } } else { cell })
  if part != none { block(sticky: true, above: 1.2em, below: 0.6em, par(text(9pt, fill: soft, part))) }
  block(above: if part == none { 1.2em } else { 0.6em }, below: 1.4em, {
    set text(if tight { 8.4pt } else { 9.8pt }, number-width: "tabular", hyphenate: true)
    set par(leading: 0.5em, spacing: 0.6em)
    set table(inset: (x: 1.1mm, y: 1.3mm)) if tight
    table(
      columns: widths,
      align: (column, row) => aligns.at(column) + top,
      table.hline(stroke: 0.7pt + if header == none { hair } else { look.accent }),
      ..if header != none {
        (table.header(..cells(header).map(cell => table.cell(fill: wash, stroke: (bottom: 0.7pt + look.accent), strong(cell)))),)
      },
      ..rows.map(row => cells(row).map(cell => table.cell(stroke: (bottom: 0.4pt + hair), breakable: row.at(2), cell))).flatten(),
    )
  })
}

// The head: everything before the items.

#let cover(line, kind, body, rest) = {
  let logo = if look.logo != none { image(look.logo, height: 16mm, alt: look.logo-text, fit: "contain") }
  if logo != none or look.state != none {
    grid(columns: (1fr, auto), align: (left + top, right + top), logo, state-mark(9pt))
    v(if logo == none { 2mm } else { 9mm })
  }
  let sign = text(10.8pt, fill: look.accent-text, weight: 600, tracking: 0.13em, upper(kind))
  if body == "" {
    { at(line); title(text(20pt, upper(kind), tracking: 0.06em)) }
  } else {
    block(above: 0pt, below: 1.25em, par({ at(line); sign }))
    title(body)
  }
  if rest != "" { block(above: 1.15em, below: 0pt, par(text(13pt, fill: soft, rest))) }
  block(above: 1.5em, below: 1.7em, std.line(length: 18mm, stroke: 2pt + look.accent))
}

#let field(line, name, body) = block(width: 100%, above: 0pt, below: 0pt, stroke: (bottom: 0.4pt + hair), inset: (y: 0.62em),
  grid(columns: (36mm, 1fr), column-gutter: 4mm,
    par({ at(line); text(9.8pt, fill: soft, weight: 600, name) }), body))

#let persons(names) = {
  let some(part) = list(marker: none, body-indent: 0pt, indent: 0pt, spacing: 0.58em,
    ..part.map(((name, more, away)) => list.item({
      set par(hanging-indent: 1em)
      name
      if more != none { text(fill: soft, ", " + more) }
      if away != none { text(fill: soft, emph(" (" + away + ")")) }
    })))
  if names.len() <= 6 { some(names) } else {
    let half = calc.ceil(names.len() / 2)
    grid(columns: (1fr, 1fr), column-gutter: 5mm, some(names.slice(0, half)), some(names.slice(half)))
  }
}

#let contents(line, words, texts, label-width) = {
  v(1.6em, weak: true)
  show outline.entry: it => {
    let name = it.element.at("label", default: none)
    let own = if name == none { none } else { texts.at(str(name), default: none) }
    let number = if it.element.numbering == none { none } else { (it.element.numbering)() }
    block(above: 0pt, below: 0pt, breakable: false, width: 100%, inset: (y: 0.36em),
      link(it.element.location(), grid(
        columns: if label-width == 0 { (1fr, 9mm) } else { (label-width * 1em, 1fr, 9mm) },
        column-gutter: 2mm,
        ..if label-width > 0 { (text(fill: soft, number),) },
        { set par(hanging-indent: 1em); if own == none { it.element.body } else { own } },
        align(right, text(number-width: "tabular", it.page())),
      )))
  }
  at(line)
  outline(title: if words == "" { none } else { words }, target: heading.where(level: 1, outlined: true), indent: 0pt)
}
#let unlisted(line, body) = block(above: 0pt, below: 0pt, inset: (y: 0.36em), { at(line); body })

// The items.

#let item(name, number, words, fresh: false, quiet: false, meta: (), listed: true) = {
  if fresh { pagebreak(weak: true) } else { block(above: 2.2em, below: 1.6em, sticky: true, std.line(length: 100%, stroke: 0.4pt + hair)) }
  show heading.where(level: 1): set text(fill: soft) if quiet
  [#heading(level: 1, numbering: if number == "" { none } else { (..n) => number }, outlined: listed, bookmarked: true, words)#label(name)]
  if meta.len() > 0 {
    block(above: 0pt, below: 1.3em, par(text(9.8pt, fill: soft, meta.map(((line, words)) => { at(line); words }).join(h(1.6em)))))
  }
}
#let neutral(line, fresh, body) = {
  if fresh { pagebreak(weak: true) }
  par(text(fill: soft, style: "italic", { at(line); body }))
}

#let section-head(line, words, bookmarked: true) = [#heading(level: 2, outlined: false, bookmarked: bookmarked, words)#label("_h" + str(line))]
#let section(role, line, words, whole: false, body) = {
  if role == "recommendations" {
    block(width: 100%, above: 1.7em, below: 1.7em, breakable: not whole, stroke: (left: 1.4pt + look.accent),
      inset: (left: 5mm, right: 0mm, top: 0.5mm, bottom: 0.8mm), {
        show heading.where(level: 2): set block(above: 0pt)
        section-head(line, words)
        body
      })
  } else if role == "decision" {
    block(width: 100%, above: 1.7em, below: 1.7em, breakable: not whole, fill: wash, stroke: (left: 3.4pt + look.accent),
      inset: (left: 5mm, right: 4mm, top: 4mm, bottom: 4mm), {
        show heading.where(level: 2): set block(above: 0pt)
        section-head(line, words)
        body
      })
  } else if role == "absent" {
    show heading.where(level: 2): set text(font: fonts(look.font), size: 9.8pt, fill: soft)
    show heading.where(level: 2): set block(above: 1.3em, below: 0.4em)
    section-head(line, words, bookmarked: false)
    text(9.8pt, fill: soft, body)
  } else {
    section-head(line, words)
    body
  }
}

// What the pages say of themselves: queried as <_pages>.
#let places(lines) = context {
  let placed(element, line, anchor) = {
    let (page, y) = element.location().position()
    (line: line, anchor: anchor, page: page, y: calc.round(y.pt(), digits: 1))
  }
  let heads = query(heading).filter(each => each.at("label", default: none) != none).map(each => {
    let name = str(each.label)
    if name in lines { placed(each, lines.at(name), name) }
    else if name.starts-with("_h") { placed(each, int(name.slice(2)), none) }
  }).filter(each => each != none)
  [#metadata((
    count: counter(page).final().first(),
    places: (heads + query(<_line>).map(each => placed(each, each.value, none))).filter(each => each.line >= 0),
  ))<_pages>]
}
`;
