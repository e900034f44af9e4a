import Glibc

/// Arrays of plain numbers in files, little-endian as every machine that runs this.
struct BinaryFile: ~Copyable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let file: UnsafeMutablePointer<FILE>
  private let path: String

  init(reading path: String) throws {
    guard let file = fopen(path, "rb") else { throw Failure(description: "\(path): cannot be opened") }
    self.file = file
    self.path = path
  }

  deinit { fclose(file) }

  /// The next `count` numbers, each made into an element at once: the file never stands in memory beside it.
  mutating func read<Raw: BitwiseCopyable, Element>(
    _ count: Int, of raw: Raw.Type, _ make: (Raw) -> Element
  ) throws -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(count)
    let chunk = UnsafeMutablePointer<Raw>.allocate(capacity: 4096)
    defer { chunk.deallocate() }
    while result.count < count {
      let wanted = min(4096, count - result.count)
      guard fread(chunk, MemoryLayout<Raw>.stride, wanted, file) == wanted else {
        throw Failure(description: "\(path): ends early")
      }
      for index in 0..<wanted { result.append(make(chunk[index])) }
    }
    return result
  }

  static func write(_ elements: [some BitwiseCopyable], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw Failure(description: "\(path): cannot be written") }
    let written = elements.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    guard fclose(file) == 0, written else {
      throw Failure(description: "\(path): could not be written whole")
    }
  }
}
