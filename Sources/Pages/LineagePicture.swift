import Lineage
import Measures
import Records

/// The lineage of a subject as a picture: a box for each activity with its compute, arrows for what passed.
struct LineagePicture {
  /// More boxes than this are no picture any more: the table below has them.
  private static let most = 48

  private struct Box {
    let style: String
    let lines: [String]
    var width: Double {
      max(Self.wide(lines[0], 7.3), lines.dropFirst().map { Self.wide($0, 6.5) }.max() ?? 0) + 20
    }
    var height: Double { Double(lines.count) * 15.5 + 13 }

    private static func wide(_ text: String, _ letter: Double) -> Double { Double(text.count) * letter }
  }

  private struct Arrow {
    let from, to: Int
    var words: [String]
    let isBroken, isPresumed: Bool
    var text: String { words.joined(separator: ", ") }
  }

  private let title: String
  private let words: PageWords
  private let boxes: [Box]
  private let arrows: [Arrow]

  /// `nil`: a run that nothing entered, or too much.
  init?(_ view: SubjectView, _ ancestry: Ancestry, names: [GlobalID: String], _ words: PageWords) {
    let count = ancestry.activities.count
    guard count + (view.subject.id.kind == "activity" ? 0 : 1) > 1, count <= Self.most else { return nil }
    self.words = words
    title = view.name
    let entries = view.accounts.map { account in
      Dictionary(account.entries.map { ($0.activity, $0) }) { first, _ in first }
    }
    var boxes = ancestry.activities.map { id in
      Self.box(
        id, ancestry.products[id].flatMap { names[$0] } ?? id.local, isSubject: id == view.subject.id,
        zip(view.accounts, entries).map { ($0.convention, $1[id]) }, words)
    }
    let places = Dictionary(ancestry.activities.enumerated().map { ($1, $0) }) { first, _ in first }
    if view.subject.id.kind != "activity" { boxes.append(Self.subject(view, words)) }
    self.boxes = boxes
    var arrows: [Arrow] = []
    for passage in ancestry.passages {
      guard let from = places[passage.from], let to = passage.to.map({ places[$0] }) ?? count else {
        continue
      }
      var label = passage.role.isEmpty ? [] : [words.word(passage.role)]
      if passage.isBroken { label.append(words.say(.pageHumanBreak)) }
      if passage.isPresumed { label.append(words.say(.pagePresumedLink)) }
      if let known = arrows.firstIndex(where: { $0.from == from && $0.to == to }) {
        arrows[known].words += label.filter { !arrows[known].words.contains($0) }
      } else {
        arrows.append(
          Arrow(from: from, to: to, words: label, isBroken: passage.isBroken, isPresumed: passage.isPresumed))
      }
    }
    self.arrows = arrows
  }

  /// The subject itself, with what it is under the ways of counting.
  private static func subject(_ view: SubjectView, _ words: PageWords) -> Box {
    var lines = [clipped(words.say(Phrase.pageThisModel.with(.code(view.name))))]
    var seen: Set<Bounds<UInt128>> = []
    for account in view.accounts where seen.insert(account.toDate).inserted && lines.count < 4 {
      lines.append(
        clipped(
          "\(figures(account.toDate, account.atCompletion, words)) · \(words.convention(account.convention))")
      )
    }
    return Box(style: "me", lines: lines)
  }

  private static func box(
    _ id: GlobalID, _ name: String, isSubject: Bool, _ entries: [(String, Account.Entry?)], _ words: PageWords
  ) -> Box {
    let entry = entries.lazy.compactMap(\.1).first
    let known = entry.map { figures($0.own, $0.ownAtCompletion, words) } ?? words.say(.pageNothingKnown)
    let kind = entry.map { words.word($0.kind) } ?? ""
    var lines = [clipped(name), clipped([kind, known].filter { !$0.isEmpty }.joined(separator: " · "))]
    let out = entries.filter { !($0.1?.counts ?? false) }
    if out.count == entries.count, let entry {
      lines.append(clipped(words.say(Phrase.pageNotCounted.with(.message(entry.because.message)))))
    } else if !out.isEmpty {
      let fewer = out.count * 2 <= entries.count ? out : entries.filter { $0.1?.counts ?? false }
      let phrase: Phrase = out.count * 2 <= entries.count ? .pageNotCountedBy : .pageCountedBy
      lines.append(clipped(words.say(phrase.with(.code(words.list(fewer.map { words.convention($0.0) }))))))
    }
    return Box(style: isSubject ? "me" : out.count == entries.count ? "off" : "run", lines: lines)
  }

  /// What it is; of what is not done, what it will be.
  private static func figures(
    _ own: Bounds<UInt128>, _ atCompletion: Bounds<UInt128>, _ words: PageWords
  ) -> String {
    own == atCompletion
      ? figure(own, words) : words.say(Phrase.pageCompletion.with(.code(figure(atCompletion, words))))
  }

  private static func figure(_ bounds: Bounds<UInt128>, _ words: PageWords) -> String {
    if let best = bounds.best { return words.numbers.scientific(Ratio(best)) }
    guard bounds.low > 0 || bounds.high != nil else { return words.say(.pageNothingKnown) }
    return words.numbers.bounds(bounds.ratios, .flop)
  }

  private static func clipped(_ text: String) -> String { text.count > 48 ? "\(text.prefix(47))…" : text }

  // MARK: The drawing

  var layout: LineageLayout {
    LineageLayout(
      boxes: boxes.map { .init(width: $0.width, height: $0.height) },
      arrows: arrows.map { .init(from: $0.from, to: $0.to, labelWidth: Double($0.text.count) * 6.6) })
  }

  /// The picture where its parts lie.
  func html(_ placed: LineageLayout.Placed, anchor: String, _ templates: Templates) throws(PageError)
    -> Markup
  {
    let (width, height) = (placed.width + 16, placed.height + 16)
    return try templates.fill(
      "lineage",
      [
        "name": .text(title), "anchor": .text(anchor), "width": Self.number(width),
        "height": Self.number(height),
        "about": .text(words.say(Phrase.pageLineageAbout.with(.count(boxes.count), .count(arrows.count)))),
        "boxes": .list(
          zip(boxes, placed.boxes).map { box, middle in
            let (left, top) = (middle.x + 8 - box.width / 2, middle.y + 8 - box.height / 2)
            return [
              "style": .text(box.style), "x": Self.number(left), "y": Self.number(top),
              "width": Self.number(box.width), "height": Self.number(box.height),
              "lines": .list(
                box.lines.enumerated().map { index, line in
                  [
                    "style": .text(index == 0 ? "b" : "dim"), "x": Self.number(left + 10),
                    "y": Self.number(top + 19 + Double(index) * 15.5), "text": .text(line),
                  ]
                }),
            ]
          }),
        "arrows": .list(arrows.map { fields($0, placed) }),
      ])
  }

  private func fields(_ arrow: Arrow, _ placed: LineageLayout.Placed) -> Fields {
    guard let path = placed.arrows.first(where: { $0.from == arrow.from && $0.to == arrow.to }),
      let end = path.points.last, path.points.count > 1
    else { return [:] }
    let before = path.points[path.points.count - 2]
    let size = max(
      ((end.x - before.x) * (end.x - before.x) + (end.y - before.y) * (end.y - before.y)).squareRoot(), 0.01)
    let (dx, dy) = ((end.x - before.x) / size, (end.y - before.y) / size)
    func point(_ x: Double, _ y: Double) -> String { "\(Self.plain(x + 8)) \(Self.plain(y + 8))" }
    var curve = "M\(point(path.points[0].x, path.points[0].y))C"
    curve += path.points.dropFirst().map { point($0.x, $0.y) }.joined(separator: " ")
    let head =
      "M\(point(end.x + 7 * dx, end.y + 7 * dy))L\(point(end.x - 3.2 * dy, end.y + 3.2 * dx)) \(point(end.x + 3.2 * dy, end.y - 3.2 * dx))z"
    let middle = path.points[path.points.count / 2]
    return [
      "style": .text(arrow.isBroken ? " cut" : arrow.isPresumed ? " guess" : ""), "curve": .text(curve),
      "head": .text(head), "isBroken": .flag(arrow.isBroken),
      "markX": Self.number(middle.x + 8), "markTop": Self.number(middle.y - 4),
      "markEnd": Self.number(middle.y + 20),
      "text": .text(arrow.text), "x": Self.number((path.label?.x ?? 0) + 8),
      "y": Self.number((path.label?.y ?? 0) + 11),
    ]
  }

  private static func plain(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
  }

  private static func number(_ value: Double) -> Field { .text(plain(value)) }
}
