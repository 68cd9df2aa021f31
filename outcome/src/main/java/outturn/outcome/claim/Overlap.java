package outturn.outcome.claim;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Value;
import outturn.outcome.words.Titles;

/// Outcomes that value a change of the same measure. Together they may claim the whole of it, and
/// no more; who says no share claims all.
///
/// @param outcomes two at least
public record Overlap(String measure, List<Outcome> outcomes) {
  private static final double WHOLE = 100;
  private static final double ROUNDING = 1e-9;

  public Overlap {
    outcomes = List.copyOf(outcomes);
  }

  /// Whether each says its share, and these are the whole at most.
  public boolean isShared() {
    return allSay() && total() <= WHOLE + ROUNDING;
  }

  private boolean allSay() {
    return outcomes.stream().allMatch(each -> valueOf(each).share().isPresent());
  }

  private double total() {
    return outcomes.stream().mapToDouble(each -> valueOf(each).share().orElse(WHOLE)).sum();
  }

  /// What is claimed: `A and B claim 60 % and 40 % of a change of visits.`
  public String sentence() {
    if (!allSay()) {
      return "%s %s value a change of %s, so its worth is counted %s."
          .formatted(titles(), all(), measure, times());
    }
    var shares = join(outcomes.stream().map(each -> percent(share(each))).toList());
    var claimed = "%s claim %s of a change of %s".formatted(titles(), shares, measure);
    if (isShared()) return claimed + ".";
    return "%s, together %s, so that some of its worth is counted more than once."
        .formatted(claimed, percent(total()));
  }

  /// What is to be done where they claim more than the whole.
  public String todo() {
    return allSay()
        ? "Take shares under share: that are 100 % together at most."
        : "Say under share: of each value: which part it claims, 100 % together at most; or keep value: in one of them.";
  }

  /// `“Calmer planners” and “Repaired on the first visit”`, as a sentence begins.
  public String titles() {
    return Titles.first(
        join(outcomes.stream().map(each -> Titles.inside(each.about().title())).toList()));
  }

  public String all() {
    return outcomes.size() == 2 ? "both" : "all";
  }

  public String times() {
    return outcomes.size() == 2 ? "twice" : outcomes.size() + " times";
  }

  /// What an outcome says of its worth, which it does.
  static Value valueOf(Outcome outcome) {
    return outcome.appraisal().value().orElseThrow();
  }

  private static double share(Outcome outcome) {
    return valueOf(outcome).share().orElse(WHOLE);
  }

  private static String join(List<String> texts) {
    return String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.getLast();
  }

  /// `60 %`
  public static String percent(double share) {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share)
        + " %";
  }
}
