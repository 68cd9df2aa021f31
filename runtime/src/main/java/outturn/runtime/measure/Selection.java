package outturn.runtime.measure;

import java.time.Instant;
import java.time.LocalDate;

/// Which observations of a measure to read.
///
/// @param segment empty for the whole
/// @param from first period
/// @param to last period, included
/// @param asOf what was recorded later is left out
public record Selection(
    String segment, LocalDate from, LocalDate to, Instant asOf, Revisions revisions) {

  /// Which revisions of a period.
  public enum Revisions {
    LATEST,
    ALL
  }

  /// The latest revisions of the whole, of all periods.
  public static Selection latest(Instant asOf) {
    return new Selection(
        "", LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), asOf, Revisions.LATEST);
  }

  public Selection segment(String wanted) {
    return new Selection(wanted, from, to, asOf, revisions);
  }

  public Selection from(LocalDate wanted) {
    return new Selection(segment, wanted, to, asOf, revisions);
  }

  public Selection to(LocalDate wanted) {
    return new Selection(segment, from, wanted, asOf, revisions);
  }

  public Selection revisions(Revisions wanted) {
    return new Selection(segment, from, to, asOf, wanted);
  }

  boolean includes(LocalDate period) {
    return !period.isBefore(from) && !period.isAfter(to);
  }
}
