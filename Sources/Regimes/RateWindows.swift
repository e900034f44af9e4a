import Lineage
import Measures
import Records

extension Judge {
  /// The longest window whose rate bounds the greatest one; `nil` where the convention names none. The average over
  /// a longer time says nothing of the peak within it.
  func longestWindow(_ convention: String, _ scope: Scope) -> Period? {
    guard let name = self.convention(convention, meantBy: scope.pack)?.details["window"] else { return nil }
    return parameter(name, defining(convention, scope)).period ?? Period(0, .seconds)
  }

  /// The rates of a model's deployments, by windows. Time that no series covers is at most what the clusters can
  /// compute, or has no upper bound.
  func rateWindows(of model: GlobalID, longest: Period?) -> (windows: [RateWindow], uses: [FactUse]) {
    var windows: [RateWindow] = []
    var uses: [FactUse] = []
    let isServedUnseen = isServedUnseen(model)
    let makers = Set(names(of: model).map(\.namespace))
    for deployment in deployments(of: model) {
      let serving = facts.records(of: "activity", mentioning: deployment.id)
      let series = serving.filter { !$0.isWithheld }
      let capacity = capacity(of: deployment)
      let isWithheld = isServedUnseen || serving.contains(where: \.isWithheld)
      // A series that is not shown may say more than the clusters that are.
      let unseen = (try? Bounds(low: .zero, best: nil, high: isWithheld ? nil : capacity)) ?? .unknown
      func read(_ series: [Record]) -> [RateWindow] {
        series.flatMap { self.windows(of: $0, longest: longest, capacity) }
      }
      windows += read(series)
      // Whoever neither made the model nor declared the deployment may add to what is served, not say that it is all.
      let own = series.filter { $0.issuer == deployment.issuer || makers.contains($0.issuer) }
      let stated = read(own)
      let isHidden = stated.isEmpty || isWithheld
      var gaps: [RateWindow] = isHidden ? [.always(unseen)] : []
      if !isHidden {
        // While something serves it without a rate, so much more may be served.
        gaps = series.flatMap { record in
          let isDated = record["from"] != nil && deployment["from"] != nil
          let isWithin = isDated ? isWithin(record, deployment, of: model) : hasBegun(deployment)
          return self.gaps(in: read([record]), of: record, within: isWithin ? deployment : record, unseen)
        }
        gaps += self.gaps(in: stated + gaps, of: deployment, within: deployment, unseen)
      }
      windows += gaps
      uses += series.map { use($0, rateOf: deployment.id) }
      if !gaps.isEmpty {
        let why: Phrase = capacity == nil || isWithheld ? .rateNotWhole : .rateByCapacity
        uses.append(use(deployment, value: why.text[.en], words: why.message))
      }
    }
    let declared = Set(everyDeployment(of: model).map(\.id))
    for record in strays(of: model) {
      let stated = self.windows(of: record, longest: longest, nil)
      let ended = record.references("deployment").filter(declared.contains).compactMap { facts[$0] }
        .first { isWithin(record, $0, of: model) }
      windows += stated + gaps(in: stated, of: record, within: ended ?? record, .unknown)
      uses.append(use(record, rateOf: model))
    }
    return (windows, uses)
  }

  private func use(_ record: Record, rateOf id: GlobalID) -> FactUse {
    use(record, value: "rate of \(id)", words: Phrase.rateSaid.with(.code(id.description)))
  }

  /// What serves the model and is of none of its deployments: it is served beside them.
  private func strays(of model: GlobalID) -> [Record] {
    let declared = Set(deployments(of: model).map(\.id))
    return names(of: model).flatMap { name in
      facts.records(of: "activity", mentioning: name).filter { record in
        (record["rate"] != nil || record["kind"]?.text == "inference")
          && declared.isDisjoint(with: record.references("deployment"))
          && (record["uses"]?.elements ?? []).contains {
            $0["as"]?.text == "model" && $0["artifact"]?.reference == name
          }
      }
    }
  }

  private func hasBegun(_ deployment: Record) -> Bool {
    deployment["from"]?.moment.map { $0.first <= asOf } ?? true
  }

  /// Whether what serves a model began within a deployment of it by whom it belongs to, and so ended with that.
  private func isWithin(_ record: Record, _ deployment: Record, of model: GlobalID) -> Bool {
    guard isByMaker(deployment, of: model), let began = record["from"]?.moment?.first
    else { return false }
    return (deployment["from"]?.moment.map { $0.first <= began } ?? false)
      && (deployment["to"]?.moment.map { began <= $0.last } ?? true)
  }

  private func windows(of record: Record, longest: Period?, _ capacity: Ratio?) -> [RateWindow] {
    RateWindow.apart((record["rate"]?.elements ?? []).compactMap { window($0, longest: longest, capacity) })
  }

  private func window(_ fields: Value, longest: Period?, _ capacity: Ratio?) -> RateWindow? {
    guard let from = fields["from"]?.moment?.first, let end = fields["to"]?.moment?.last else { return nil }
    // One that ends before it begins is at its beginning.
    let to = max(from, end)
    let value = fields["value"]?.quantity?.value
    let low = fields["low"]?.quantity?.value ?? value ?? .zero
    var (best, high) = (value, fields["high"]?.quantity?.value ?? value)
    if let longest, longest.after(.instant(from)).map({ $0.first <= to }) ?? true {
      best = nil
      high = fields["high"]?.quantity?.value ?? capacity.flatMap { low <= $0 ? $0 : nil }
    }
    // Figures that contradict each other bound nothing.
    let bounds = (try? Bounds(low: low, best: best, high: high)) ?? .unknown
    return RateWindow(from: from, to: to, bounds: bounds)
  }

  /// The time of what serves, within that of a deployment and up to the as-of date, in which no window lies.
  private func gaps(
    in windows: [RateWindow], of record: Record, within deployment: Record, _ unseen: Bounds<Ratio>
  ) -> [RateWindow] {
    let starts = [record, deployment].compactMap { $0["from"]?.moment?.first }
    let ends = [record, deployment].compactMap { $0["to"]?.moment?.last }
    var covered = starts.max() ?? Instant(milliseconds: .min)
    let end = min(ends.min() ?? asOf, asOf)
    var gaps: [RateWindow] = []
    for window in windows.sorted(by: { $0.from < $1.from }) where covered <= end {
      if covered < window.from {
        let last = Instant(milliseconds: min(window.from.milliseconds - 1, end.milliseconds))
        gaps.append(RateWindow(from: covered, to: last, bounds: unseen))
      }
      covered = max(covered, window.to.next)
    }
    if covered <= end { gaps.append(RateWindow(from: covered, to: end, bounds: unseen)) }
    return gaps
  }

  /// Whether an activity that is not shown may serve the model: its head says so, or does not say where it belongs.
  private func isServedUnseen(_ model: GlobalID) -> Bool {
    let names = Set(names(of: model))
    let owners = Set(names.map(\.namespace)).union(deployments(of: model).map(\.issuer))
    return hiddenActivities.contains { record in
      let uses = record["uses"]?.elements ?? []
      if uses.contains(where: {
        $0["as"]?.text == "model" && names.contains($0["artifact"]?.reference ?? model)
      }) {
        return true
      }
      return uses.isEmpty && record.references("produces").isEmpty && owners.contains(record.issuer)
    }
  }

  /// What the clusters of a deployment can compute together, if all of them are known.
  private func capacity(of deployment: Record) -> Ratio? {
    // A deployment without clusters is served by some that nobody recorded.
    guard deployment.isComplete("clusters"), !deployment.references("clusters").isEmpty else { return nil }
    // What was there at any time of the deployment, though it may be gone now.
    let end = deployment["to"]?.moment.map { min($0.last, asOf) } ?? asOf
    var total = Ratio.zero
    for id in deployment.references("clusters") {
      guard let cluster = facts[id],
        let most = estimator.greatestCapability(
          of: cluster, from: deployment["from"]?.moment?.first, to: end),
        let sum = try? total.adding(most)
      else { return nil }
      total = sum
    }
    return total
  }
}
