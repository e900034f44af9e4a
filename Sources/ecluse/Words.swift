import Measures
import Regimes

extension GateCondition {
  /// The state in words.
  var phrase: Phrase {
    switch self {
    case .open: .gateOpen
    case .closed: .gateClosed
    case .undetermined: .gateUndetermined
    }
  }

  var tone: TextStyle.Tone {
    switch self {
    case .open: .open
    case .closed: .closed
    case .undetermined: .undetermined
    }
  }
}

extension Verdict {
  /// The verdict in words.
  var phrase: Phrase {
    switch self {
    case .holds: .holds
    case .fails: .fails
    case .cannotBeExcluded: .cannotBeExcluded
    }
  }

  var tone: TextStyle.Tone {
    switch self {
    case .holds: .bold
    case .fails: .faint
    case .cannotBeExcluded: .undetermined
    }
  }
}

extension Action {
  /// The action in words.
  var phrase: Phrase {
    switch self {
    case .train: .actionTrain
    case .scale: .actionScale
    case .deployInternal: .actionDeployInternal
    case .deployExternal: .actionDeployExternal
    case .use: .actionUse
    case .act: .actionAct
    case .compute: .actionCompute
    case .publish: .actionPublish
    }
  }
}
