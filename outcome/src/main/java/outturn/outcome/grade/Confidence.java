package outturn.outcome.grade;

import java.util.List;
import java.util.Locale;

/// How sure an estimate is, as GRADE says it: Guyatt and others, *GRADE: an emerging consensus on
/// rating quality of evidence*, BMJ 336 (2008), 924-926. In rising order.
public enum Confidence {
  VERY_LOW,
  LOW,
  MODERATE,
  HIGH;

  /// `very low`
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Some steps up, or down; not beyond the ends.
  Confidence moved(int steps) {
    var all = List.of(values());
    return all.get(Math.clamp((long) all.indexOf(this) + steps, 0, all.size() - 1));
  }
}
