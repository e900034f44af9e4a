import Records

/// The files of a checkpoint as they were found, read by whoever may read files.
package struct CheckpointFiles {
  /// A file of weights: its first bytes up to the end of its head, and how long it is.
  package struct Weights {
    package let name: String
    package let head: [UInt8]
    package let size: Int

    package init(name: String, head: [UInt8], size: Int) {
      (self.name, self.head, self.size) = (name, head, size)
    }
  }

  /// The name of the folder, and that of the folder around it.
  package let folder, parent: String
  /// The texts that are there, by their names.
  package let texts: [String: [UInt8]]
  package let weights: [Weights]

  package init(folder: String, parent: String, texts: [String: [UInt8]], weights: [Weights]) {
    (self.folder, self.parent, self.texts, self.weights) = (folder, parent, texts, weights)
  }

  /// The texts that are looked at.
  package static let names = [
    "config.json", "trainer_state.json", "README.md", "adapter_config.json", "model.safetensors.index.json",
    "adapter_model.safetensors.index.json",
  ]

  /// How long the head of a safetensors file is, from its first eight bytes; `nil`: it is none.
  package static func headLength(_ bytes: [UInt8]) -> Int? { CheckpointWeights.length(bytes) }

  /// What the model is called: a folder that is only numbered has the name of the one around it.
  var name: String { folder.wholeMatch(of: /checkpoint-[0-9]+/) == nil || parent.isEmpty ? folder : parent }

  /// A text of JSON.
  /// - Throws: ``Problems``: half-written.
  func tree(_ name: String) throws(Problems) -> Node? {
    guard let bytes = texts[name] else { return nil }
    return try JSONReader.readForeign(bytes, file: "\(folder)/\(name)")
  }
}
