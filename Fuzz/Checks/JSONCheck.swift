import Measures
import Records

/// The reader of JSON, and that of what the program itself wrote.
package enum JSONCheck {
  /// Looks at one input.
  package static func run(_ bytes: [UInt8]) {
    let reading = { (bytes: [UInt8]) throws(Problems) in try JSONReader.read(bytes, file: "fuzz.json") }
    let tree = Check.settled(bytes, "a tree", reading) { Array($0.json.canonical.utf8) }
    if let tree {
      Check.same(Check.read(bytes, reading)?.json, tree.json, "a tree: read twice alike")
      marks(tree, lines: 1 + bytes.count { $0 == UInt8(ascii: "\n") })
    }
    var elements: [JSON] = []
    let answer = Check.read(bytes) { bytes throws(Problems) in
      try JSONReader.answer(bytes, file: "fuzz.json", elementsOf: "list") { element, _ throws(Problems) in
        elements.append(element)
      }
    }
    if let tree {
      let texts = Check.read(Array(tree.json.canonical.utf8)) { bytes throws(Problems) in
        try JSONReader.answer(bytes, file: "fuzz.json", elementsOf: "") { _, _ throws(Problems) in }
      }
      let kept = tree[""]?.elements == nil
      Check.that(!kept || texts == tree.json, "both readers read the same texts")
    }
    guard let answer else { return }
    let whole = JSON.array([answer] + elements)
    let again = Check.read(Array(whole.canonical.utf8)) { bytes throws(Problems) in
      try JSONReader.answer(bytes, file: "fuzz.json", elementsOf: "") { _, _ throws(Problems) in }
    }
    // One list more around it may be one too many.
    if let again { Check.same(again, whole, "an answer: what is written is read as the same") }
  }

  private static func marks(_ tree: Node, lines: Int) {
    Check.that((1...lines).contains(tree.mark.line) && tree.mark.column > 0, "a mark is in the file")
    for element in tree.elements ?? [] { marks(element, lines: lines) }
    for entry in tree.entries ?? [] { marks(entry.value, lines: lines) }
  }
}
