package outturn.outcome.stake;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import outturn.outcome.stake.Loss.Range;
import outturn.outcome.words.ProbabilityWords;
import outturn.outcome.words.Titles;

/// Says what is at risk, by rule: when it is expected, why it is late, whom that touches, and what
/// is at stake, with the source of the figure.
final class StakeSentences {
  private static final double WHOLE_FROM = 10;

  private final Stake stake;
  private final Threat threat;
  private final Clock clock;

  private StakeSentences(Stake stake, Clock clock) {
    this.stake = stake;
    this.threat = stake.threat();
    this.clock = clock;
  }

  static String of(Stake stake, Clock clock) {
    return new StakeSentences(stake, clock).all();
  }

  private String all() {
    var sentences = new ArrayList<String>();
    sentences.add(Titles.first(stake.output().name().replace('-', ' ')) + ": " + standing());
    if (!threat.cause().isBlank()) sentences.add(ended(threat.cause()));
    sentences.add(endangers());
    if (stake.served().isPresent()) sentences.add(worth());
    return String.join(" ", sentences);
  }

  private String standing() {
    var due = clock.time(threat.due());
    return switch (threat.standing()) {
      case PREDICTED ->
          "%s; chance of keeping it %s."
              .formatted(predicted(due), ProbabilityWords.number(threat.chance()));
      case LATE ->
          "promised for %s and not done, %s after that; %s."
              .formatted(
                  due,
                  Clock.span(stake.lateness().soFar()),
                  threat
                      .likelyEnd()
                      .map(end -> "expected at " + clock.time(end))
                      .orElse("when it comes is not known"));
      case DONE_LATE ->
          "done at %s, %s after the promise (%s)."
              .formatted(
                  threat.likelyEnd().map(clock::time).orElse("a time that is not known"),
                  Clock.span(stake.lateness().counted()),
                  due);
    };
  }

  private String predicted(String due) {
    if (threat.likelyEnd().isEmpty()) {
      return "promised for %s, and when it comes is not known".formatted(due);
    }
    var end = threat.likelyEnd().get();
    var apart = Duration.between(threat.due(), end);
    return "expected at %s, %s %s the promise (%s)"
        .formatted(
            clock.time(end), Clock.span(apart.abs()), apart.isPositive() ? "after" : "before", due);
  }

  private String endangers() {
    if (stake.served().isEmpty()) return "Nobody has said which outcome it serves.";
    var served = stake.served().get();
    var statement = served.outcome().statement();
    return "%s the outcome “%s %s%s”, because %s"
        .formatted(
            threat.standing() == Threat.Standing.DONE_LATE ? "That touches" : "It endangers",
            statement.who(),
            statement.what(),
            statement.soThat().isBlank() ? "" : ", so that " + statement.soThat(),
            ended(served.edge().because()));
  }

  private String worth() {
    if (stake.loss().isEmpty()) {
      return "Nobody has put a figure on an hour of lateness (perHourLate under serves, %s)."
          .formatted(stake.by().file());
    }
    return "%s (source: %s).".formatted(figures(stake.loss().get()), stake.source());
  }

  private String figures(Loss loss) {
    var counted = stake.lateness().counted();
    return switch (threat.standing()) {
      case DONE_LATE -> "The %s count for %s".formatted(Clock.span(counted), money(loss.likely()));
      case LATE ->
          stake.lateness().isOpen()
              ? "At stake so far: %s for the %s; each further hour adds %s"
                  .formatted(money(loss.likely()), Clock.span(counted), money(loss.perHour()))
              : foreseen(loss);
      case PREDICTED -> {
        if (stake.lateness().isOpen() && stake.lateness().late().isEmpty()) {
          yield "At stake: %s for each hour late".formatted(money(loss.perHour()));
        }
        yield counted.isZero()
            ? "At stake, counted by the chance of being late: " + money(loss.expected())
            : foreseen(loss);
      }
    };
  }

  private String foreseen(Loss loss) {
    var likely =
        "At stake: %s for the %s"
                .formatted(
                    money(loss.currency(), loss.likely(), ""),
                    Clock.span(stake.lateness().counted()))
            + likely(loss.likely());
    var late = threat.lateEnd().filter(end -> threat.likelyEnd().filter(end::isAfter).isPresent());
    return likely
        + late.map(end ->
                "; %s if it takes until %s, and one in ten takes longer"
                    .formatted(money(loss.currency(), loss.late(), ""), clock.time(end)))
            .orElse("");
  }

  private String money(Range range) {
    return money(stake.loss().map(Loss::currency).orElse(""), range, likely(range));
  }

  /// `GBP 67 to 400`
  private static String money(String currency, Range range, String tail) {
    var amounts =
        range.low() < range.high()
            ? amount(range.low()) + " to " + amount(range.high())
            : amount(range.likely());
    return currency + " " + amounts + tail;
  }

  private static String likely(Range range) {
    return range.low() < range.high() ? ", likely " + amount(range.likely()) : "";
  }

  /// An amount of money: whole from ten on.
  static String amount(double amount) {
    var pattern = Math.abs(amount) < WHOLE_FROM ? "#,##0.##" : "#,##0";
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount)
        .replace('-', '\u2212');
  }

  private static String ended(String text) {
    var stripped = text.strip();
    return stripped.matches("(?s).*[.!?]") ? stripped : stripped + ".";
  }
}
