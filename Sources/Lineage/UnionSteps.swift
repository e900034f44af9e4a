/// What makes up the totals of some nodes, whatever the weights are: a batch of additions to be carried out.
///
/// Each step says: total[node] += total[base], and += the own weights of `extras`. Before the first step of all,
/// a node's total is its own weight.
struct UnionSteps: ~Copyable {
  /// One node's additions.
  struct Step {
    var node: UInt32
    /// The node whose total is added, or `noBase`.
    var base: UInt32
    /// Where the step's extras end; they begin where those of the step before end.
    var end: UInt32
  }

  static let noBase = UInt32.max
  private static let capacity = 1 << 18
  /// A batch is carried out at the end of the step that fills it, so that it may hold more.
  private static let enoughExtras = 1 << 20

  private let steps: UnsafeMutablePointer<Step>
  private var count = 0
  private var extras: UnsafeMutablePointer<UInt32>
  private var extraCount = 0
  private var room = 1 << 12

  init() {
    steps = .allocate(capacity: Self.capacity)
    extras = .allocate(capacity: room)
  }

  deinit {
    steps.deallocate()
    extras.deallocate()
  }

  /// Time to carry the steps out and ``removeAll()``.
  var isFull: Bool { count == Self.capacity || extraCount >= Self.enoughExtras }

  mutating func removeAll() {
    count = 0
    extraCount = 0
  }

  /// Adds own weights to the step that ``finish(node:base:)`` ends.
  @inline(__always)
  mutating func add(_ nodes: UnsafeBufferPointer<UInt32>) {
    if extraCount + nodes.count > room { grow(to: 2 * (extraCount + nodes.count)) }
    for node in nodes {
      extras[extraCount] = node
      extraCount += 1
    }
  }

  /// Ends the step of `node`. Only if not ``isFull``.
  @inline(__always)
  mutating func finish(node: Int, base: UInt32) {
    (steps + count).initialize(to: Step(node: UInt32(node), base: base, end: UInt32(extraCount)))
    count += 1
  }

  private mutating func grow(to newRoom: Int) {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: newRoom)
    larger.moveInitialize(from: extras, count: extraCount)
    extras.deallocate()
    extras = larger
    room = newRoom
  }

  /// The steps in order: the node, its base if one is added, and its extras.
  @inline(__always)
  func forEach(_ body: (_ node: Int, _ base: Int?, _ extras: UnsafeBufferPointer<UInt32>) -> Void) {
    var next = 0
    for index in 0..<count {
      let step = steps[index]
      let end = Int(step.end)
      body(
        Int(step.node), step.base == Self.noBase ? nil : Int(step.base),
        UnsafeBufferPointer(start: extras + next, count: end - next))
      next = end
    }
  }
}
