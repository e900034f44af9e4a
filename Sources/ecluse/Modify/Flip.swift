import Measures
import Records
import Regimes

/// How far one figure would have to move, the others as they are, before the answer turns.
enum Flip {
  /// More or fewer hours on the same hardware.
  case hours(Ratio, isMore: Bool)
  /// Another utilisation of the hardware.
  case utilisation(Ratio)
  /// More or less computing, however it is done.
  case compute(Ratio, isMore: Bool)
  /// An original with less or more computing behind it.
  case original(Ratio, isMore: Bool)

  /// What is not known of the original: below this, whoever modifies it becomes provider.
  case unknownOriginal(Ratio)

  /// What turns an answer that stands on a share of the original’s compute.
  static func of(
    _ compared: (headroom: Headroom, share: Headroom.Share)?, _ modification: Modification,
    _ answer: Verdict
  ) -> [Flip] {
    let effort = modification.effort
    guard let (item, share) = compared, share.limit > .zero else { return [] }
    let limit = item.threshold
    if effort.isWithoutUtilisation, let high = item.bounds.high, high > limit {
      // Anything up to the peak: the utilisation tells.
      return (try? limit.divided(by: high)).map { [.utilisation($0)] } ?? []
    }
    guard let known = item.bounds.best ?? item.bounds.high, known > .zero else { return [] }
    let isMore = answer != .holds
    var flips: [Flip] = []
    if let hours = effort.hours, effort.isHardwareAlone, let factor = try? limit.divided(by: known),
      let turn = try? hours.multiplied(by: factor)
    {
      flips.append(.hours(turn, isMore: isMore))
    } else {
      flips.append(.compute(limit, isMore: isMore))
    }
    if modification.isBaseKnown, let turn = try? known.divided(by: share.limit) {
      flips.append(.original(turn, isMore: !isMore))
    }
    return flips
  }

  var message: Message {
    switch self {
    case .hours(let value, let isMore):
      (isMore ? Phrase.flipMoreHours : .flipFewerHours).with(
        .count(Int(clamping: value.rounded(isMore ? .down : .up))))
    case .utilisation(let value): Phrase.flipUtilisation.with(.amount(value, .share))
    case .compute(let value, let isMore):
      (isMore ? Phrase.flipMoreCompute : .flipLessCompute).with(.amount(value, .flop))
    case .unknownOriginal(let value): Phrase.flipUnknownOriginal.with(.amount(value, .flop))
    case .original(let value, let isMore):
      (isMore ? Phrase.flipLargerOriginal : .flipSmallerOriginal).with(.amount(value, .flop))
    }
  }

  var json: JSON {
    let (what, value, isAbove): (String, Ratio, Bool) =
      switch self {
      case .hours(let value, let isMore): ("hours", value, isMore)
      case .utilisation(let value): ("utilisation", value, true)
      case .compute(let value, let isMore): ("ownCompute", value, isMore)
      case .original(let value, let isMore): ("originalCompute", value, isMore)
      case .unknownOriginal(let value): ("originalCompute", value, false)
      }
    return .object([
      "what": .string(what), isAbove ? "above" : "below": .string(value.description),
    ])
  }
}
