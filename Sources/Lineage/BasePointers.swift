// Inner loops over arrays read them through bare pointers: that is a fifth faster on the large benchmark graph,
// and every index in a graph was checked when the graph was made.

extension Array {
  /// The array's memory, for the length of `body`.
  func withBase<Result>(_ body: (UnsafePointer<Element>) throws -> Result) rethrows -> Result {
    try withUnsafeBufferPointer { try body($0.baseAddress ?? UnsafePointer(Self.nothing)) }
  }

  /// The array's memory to write to, for the length of `body`.
  mutating func withMutableBase<Result>(
    _ body: (UnsafeMutablePointer<Element>) throws -> Result
  ) rethrows -> Result {
    try withUnsafeMutableBufferPointer { try body($0.baseAddress ?? Self.nothing) }
  }

  /// An empty array may have no memory at all; a pointer through which nobody reads stands for it.
  private static var nothing: UnsafeMutablePointer<Element> {
    UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }
}
