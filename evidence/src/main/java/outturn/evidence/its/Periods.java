package outturn.evidence.its;

import outturn.evidence.its.model.Terms;

/// What became of the periods of the series.
///
/// @param before used, before the intervention
/// @param after used, after the transition
/// @param transition left out since the change was coming
/// @param missing without a value, or without one of a control
public record Periods(int before, int after, int transition, int missing) {
  static Periods of(Terms terms) {
    int after = terms.usedAfter().length;
    int used = terms.used().length;
    int transition = terms.model().intervention().transition();
    return new Periods(used - after, after, transition, terms.values().size() - used - transition);
  }
}
