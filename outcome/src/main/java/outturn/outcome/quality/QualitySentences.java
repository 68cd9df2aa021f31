package outturn.outcome.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.definition.measure.Measure;
import outturn.outcome.amount.Amounts;

/// Says what the quality of values is.
public final class QualitySentences {
  private static final double HUNDRED = 100;

  private final Measure measure;
  private final Quality quality;

  private QualitySentences(Measure measure, Quality quality) {
    this.measure = measure;
    this.quality = quality;
  }

  /// What whoever reads the values must know; nothing where all is well.
  public static List<String> cautions(Measure measure, Quality quality) {
    var sentences = new QualitySentences(measure, quality);
    var all = new ArrayList<String>();
    sentences.excluded().ifPresent(all::add);
    quality.failures().forEach(failure -> all.add("It " + failure.reason() + "."));
    if (isPoor(quality)) all.add(sentences.poor());
    return all;
  }

  /// The same where it is said already that values are late: those periods are not told once more
  /// as missing, as long as there are enough values up to the latest.
  public static List<String> cautionsBesideLate(Measure measure, Quality quality) {
    var all = cautions(measure, quality);
    if (!isPoor(quality) || isPoor(untilLatest(quality))) return all;
    all.remove(new QualitySentences(measure, quality).poor());
    return all;
  }

  private static Quality untilLatest(Quality quality) {
    return new Quality(
        quality.counted(),
        quality.excluded(),
        quality.failures(),
        quality.periods(),
        quality.observed().lastKey());
  }

  private String poor() {
    return share() + ", less than the 95\u00A0% that evidence needs for its grade.";
  }

  /// One value that does not count: `Mar 2026: 140 %. It is above 100 %.`
  public static String of(Measure measure, Quality quality, Excluded excluded) {
    var why = excluded.why();
    return "%s: %s. %s."
        .formatted(
            quality.periods().label(excluded.period()),
            new Amounts(measure).brief(excluded.value()),
            Character.toUpperCase(why.charAt(0)) + why.substring(1));
  }

  /// Whether the quality share is known and costs a grade.
  public static boolean isPoor(Quality quality) {
    var share = quality.share();
    return share.isPresent() && share.getAsDouble() < Quality.ENOUGH;
  }

  /// `12 of 15 weeks (80 %) have a value that counts`, without the full stop.
  public static String share(Measure measure, Quality quality) {
    return new QualitySentences(measure, quality).share();
  }

  private String share() {
    int due = quality.due();
    double share = quality.share().orElse(0);
    return "%d of %s (%d\u00A0%%) have a value that counts"
        .formatted(
            Math.round(share * due),
            quality.periods().count(due),
            (int) Math.floor(HUNDRED * share));
  }

  private Optional<String> excluded() {
    if (quality.excluded().isEmpty()) return Optional.empty();
    var last = quality.excluded().getLast();
    var label = quality.periods().label(last.period());
    var amount = new Amounts(measure).full(last.value());
    int more = quality.excluded().size() - 1;
    if (more == 0) {
      return Optional.of(
          "The value of %s, %s, does not count and is drawn hollow: %s."
              .formatted(label, amount, last.why()));
    }
    return Optional.of(
        "%d values do not count and are drawn hollow. The last is that of %s, %s: %s."
            .formatted(more + 1, label, amount, last.why()));
  }
}
