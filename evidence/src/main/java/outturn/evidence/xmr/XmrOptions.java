package outturn.evidence.xmr;

import java.util.List;

/// What a chart is made with; [#standard(Direction)] is the practice of NHS England.
///
/// @param phases strictly ascending; a phase from period 0 is added where none is given
public record XmrOptions(
    LimitRule limits, RuleSet rules, Direction direction, List<PhaseStart> phases) {
  public XmrOptions {
    phases = List.copyOf(phases);
    for (int i = 1; i < phases.size(); i++) {
      if (phases.get(i).index() <= phases.get(i - 1).index()) {
        throw new IllegalArgumentException(
            "phase starts must ascend, but %d follows %d"
                .formatted(phases.get(i).index(), phases.get(i - 1).index()));
      }
    }
  }

  /// NHS limits and rules, one phase.
  public static XmrOptions standard(Direction direction) {
    return new XmrOptions(LimitRule.NHS, RuleSet.NHS, direction, List.of());
  }

  public XmrOptions with(LimitRule changed) {
    return new XmrOptions(changed, rules, direction, phases);
  }

  public XmrOptions with(RuleSet changed) {
    return new XmrOptions(limits, changed, direction, phases);
  }

  public XmrOptions withPhases(PhaseStart... starts) {
    return new XmrOptions(limits, rules, direction, List.of(starts));
  }
}
