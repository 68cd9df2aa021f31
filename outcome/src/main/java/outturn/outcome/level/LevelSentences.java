package outturn.outcome.level;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import outturn.definition.service.Window;
import outturn.definition.shape.Choices;
import outturn.outcome.period.Dates;

/// Says how a promise is kept, by rule.
final class LevelSentences {
  private static final double HUNDRED = 100;

  private LevelSentences() {}

  static String of(Level level) {
    if (level.output().kept().isEmpty()) {
      return "Nobody has said how it is known whether this is kept: name a deadline or a measure.";
    }
    var tally = level.tally();
    if (tally.attained().isEmpty()) {
      return "Nothing was due %s%s."
          .formatted(
              window(level),
              tally.notYet() > 0 ? "; %s is to come".formatted(times(tally.notYet())) : "");
    }
    var attained = tally.attained().get();
    var kept =
        "Kept %d of %s %s (%s; 95\u00A0%% range %.0f to %.0f\u00A0%%)."
            .formatted(
                tally.met(),
                times(tally.due()),
                window(level),
                percent(HUNDRED * attained.share()),
                HUNDRED * attained.interval().lower(),
                HUNDRED * attained.interval().upper());
    return kept + " " + level.budget().map(LevelSentences::budget).orElse("No target is set.");
  }

  private static String budget(Budget budget) {
    var target = "The target is " + percent(budget.target());
    if (budget.burn().isEmpty()) {
      return budget.used() == 0
          ? target + ", which allows no breach."
          : "%s, which allows no breach: there %s."
              .formatted(target, budget.used() == 1 ? "was 1" : "were " + budget.used());
    }
    return "%s: of %s allowed breaches %d %s used, %s."
        .formatted(
            target,
            number(budget.allowed()),
            budget.used(),
            budget.used() == 1 ? "is" : "are",
            budget.isKept()
                ? number(Math.max(0, budget.left())) + " are left"
                : number(-budget.left()) + " too many");
  }

  private static String window(Level level) {
    return switch (Level.window(level.output())) {
      case Window.Rolling _ -> "since " + Dates.shortly(level.span().from());
      case Window.Calendar(var unit) -> "this " + Choices.word(unit);
    };
  }

  private static String times(int count) {
    return count == 1 ? "1 time" : "%,d times".formatted(count);
  }

  private static String percent(double amount) {
    return number(amount) + "\u00A0%";
  }

  private static String number(double amount) {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount);
  }
}
