/**
 * The poster as Typst code. Everything that people wrote arrives as data in `sys.inputs`, never inside this text, so
 * nothing in it can run. `scale` shrinks the type when there is much to say.
 */
export const posterTemplate = String.raw`
#let d = json(bytes(sys.inputs.data))
#let k = float(sys.inputs.scale)
#let paper = rgb("#FBF8F2")
#let ink = rgb("#1E2422")
#let quiet = rgb("#55605B")
#let hair = rgb("#D8D1C3")
#let pine = rgb("#0B5D4B")
#let sun = rgb("#E3A72F")
#let rightward = d.dir != "rtl"
#let at-start(value) = if rightward { (left: value) } else { (right: value) }

#let arabic = regex("[\p{Arabic}]")
#let arabic-fonts = ("Noto Naskh Arabic", "Amiri", "Geeza Pro", "Noto Sans Arabic", "Segoe UI", "Arial", "DejaVu Sans")
#let sans = (
  ..arabic-fonts.map(name => (name: name, covers: arabic)),
  "Source Sans 3", "Noto Sans", "Segoe UI", "Helvetica Neue", "Open Sans", "Liberation Sans", "Arial", "DejaVu Sans",
  "Libertinus Serif",
)
#let serif = (..arabic-fonts.map(name => (name: name, covers: arabic)), "Libertinus Serif")

#set document(title: d.title, author: d.agency, date: none)
#set page(
  paper: "us-letter",
  margin: (x: 0.85in, top: 1.35in, bottom: 0.8in),
  background: pdf.artifact(place(top + left, rect(width: 100%, height: 0.8in, fill: pine))),
)
#set text(lang: d.language, dir: if rightward { ltr } else { rtl }, font: sans, size: 12.5pt * k, fill: ink, hyphenate: false)
#set par(leading: 0.62em * (if rightward { 1 } else { 1.25 }), spacing: 0.9em, justify: false)
#show heading: set text(font: serif, weight: "bold", hyphenate: false)
#show heading: set block(above: 0pt, below: 0pt)
#show link: set text(fill: pine, weight: "bold")

// The long table from above: a rounded bar with seats, one of them taken.
#let mark(size, table-fill, seat-fill) = box(width: size, height: size * 0.62, {
  let seat = size * 0.135
  let seats = ((0.16, 0.0), (0.43, 0.0), (0.70, 0.0), (0.16, 0.485), (0.43, 0.485), (0.70, 0.485))
  for (i, (x, y)) in seats.enumerate() {
    place(top + left, dx: x * size, dy: y * size, circle(radius: seat / 2, fill: if i == 2 { sun } else { seat-fill }))
  }
  place(top + left, dy: size * 0.19, rect(width: size, height: size * 0.24, radius: size * 0.12, fill: table-fill))
})

#place(top + start, dy: -1.35in, box(height: 0.8in, width: 100%, align(horizon + start, grid(
  columns: (auto, 1fr), column-gutter: 12pt, align: horizon,
  pdf.artifact(mark(40pt, white, rgb("#A9CFC3"))),
  par(text(fill: white, size: 1pt * calc.clamp(14 * 110 / calc.max(1, d.agency.clusters().len()), 8, 14), weight: "bold", d.agency)),
))))

#[
  #set par(leading: 0.42em * (if rightward { 1 } else { 1.35 }))
  #show heading.where(level: 1): set text(size: 37pt * k)
  #show heading.where(level: 1): set block(below: 19pt * k)
  #heading(level: 1, d.title)
]
#block(below: 25pt * k)[
  #set text(size: 15.5pt * k, fill: quiet)
  #par(d.purpose)
]

#block(width: 100%, fill: paper, stroke: at-start(5pt + sun), inset: (x: 18pt, y: 17pt * k), below: 30pt * k)[
  #show heading.where(level: 2): set text(size: 12.5pt * k, fill: pine, font: sans)
  #show heading.where(level: 2): set block(below: 11pt * k)
  #heading(level: 2, d.labels.decision)
  #text(font: serif, size: 17.5pt * k, d.decision)
]

#let when-and-what(date) = [
  #text(weight: "bold", size: 12pt * k, fill: pine, date.when) \
  #text(size: 13pt * k, date.what)
]
#let dates = if d.dates.len() == 0 { none } else [
  #show heading.where(level: 2): set text(size: 20pt * k)
  #show heading.where(level: 2): set block(below: 18pt * k)
  #heading(level: 2, d.labels.dates)
  #list(
    marker: none, indent: 0pt, body-indent: 0pt, spacing: 0pt, tight: false,
    ..d.dates.enumerate().map(((i, date)) => {
      let last = i == d.dates.len() - 1
      block(
        width: 100%, above: 0pt, below: 0pt,
        inset: at-start(18pt) + (bottom: if last { 0pt } else { 16pt * k }),
        stroke: if last { none } else { at-start(1.6pt + hair) },
        {
          pdf.artifact(place(top + start, dx: if rightward { -23.5pt } else { 23.5pt }, dy: 1pt,
            circle(radius: 5.5pt, fill: if i == 0 { pine } else { white }, stroke: 2.2pt + pine)))
          when-and-what(date)
        },
      )
    }),
  )
]

#let online = block(width: 100%, stroke: 1pt + hair, radius: 8pt, inset: (x: 10pt, top: 18pt, bottom: 16pt))[
  #set align(center)
  #show heading.where(level: 2): set text(size: 17pt * k)
  #show heading.where(level: 2): set block(below: 6pt * k)
  #heading(level: 2, d.labels.online)
  #image(bytes(d.qr), format: "svg", width: 2.15in * calc.min(k, 1), alt: d.labels.qrAlt)
  #text(size: 11.5pt * k, fill: quiet, d.labels.scan)
  #v(-3pt)
  // On one line where it can be read, so that nobody types a hyphen or a gap that is not there.
  #context {
    let width = measure(text(size: 12pt * k, weight: "bold", d.shortUrl)).width
    let fit = if width > 0pt { calc.clamp((2.75in - 22pt) / width, 0.75, 1) } else { 1 }
    text(size: 12pt * k * fit, dir: ltr, link(d.url, d.shortUrl))
  }
]

#if dates == none { align(center, box(width: 3.2in, online)) } else {
  grid(columns: (1fr, 2.75in), column-gutter: 30pt, dates, online)
}

#v(1fr)
#pdf.artifact(line(length: 100%, stroke: 0.8pt + hair))
#v(8pt * k)
#text(size: 12pt * k)[#text(weight: "bold", d.labels.contact) #d.contact]
#if d.labels.note != "" [
  #v(2pt * k)
  #text(size: 10.5pt * k, fill: quiet, d.labels.note)
]
`
