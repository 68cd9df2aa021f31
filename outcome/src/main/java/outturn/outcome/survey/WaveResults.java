package outturn.outcome.survey;

import java.util.List;
import java.util.Optional;

/// All that is ever told of a wave: made once, when it closes, and never of fewer people than its
/// thresholds.
///
/// @param population how many could have been asked
/// @param responseRate share of the invited who answered, also in part, 0..1
/// @param barrier of a readiness survey: the first stage that holds people up
/// @param comments in the order of the alphabet; none where there are fewer than the threshold
public record WaveResults(
    int population,
    int invited,
    int answered,
    double responseRate,
    List<Result> results,
    Optional<String> barrier,
    List<String> comments) {
  public WaveResults {
    results = List.copyOf(results);
    comments = List.copyOf(comments);
  }

  /// What is told of an item or of the score of an instrument.
  ///
  /// @param all empty: too few answers to show
  /// @param weighted as if every group had answered alike; empty where a group is hidden
  /// @param whyNotWeighted where weights were asked for and there are none
  public record Result(
      String item,
      int version,
      String kind,
      Optional<Numbers> all,
      Optional<Weighted> weighted,
      Optional<String> whyNotWeighted,
      List<OfGroup> groups) {
    public Result {
      groups = List.copyOf(groups);
    }
  }

  /// The whole, where the groups of attributes count by their size, with its interval of 95 %.
  ///
  /// @param what `share` or `mean`
  /// @param by the attributes
  /// @param effective how many equal answers the weighted ones are worth
  /// @param trimmed how many weights were cut
  public record Weighted(
      String what,
      double value,
      double lower,
      double upper,
      List<String> by,
      double effective,
      int trimmed) {
    public Weighted {
      by = List.copyOf(by);
    }
  }

  /// @param numbers empty: too few answers to show, for whatever reason
  public record OfGroup(String attribute, String group, Optional<Numbers> numbers) {}

  /// What is told of an item.
  public Optional<Result> find(String item) {
    return results.stream().filter(each -> each.item().equals(item)).findFirst();
  }
}
