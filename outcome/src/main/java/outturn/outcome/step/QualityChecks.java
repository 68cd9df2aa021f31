package outturn.outcome.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.definition.change.Change;
import outturn.outcome.period.Dates;
import outturn.outcome.position.Before;
import outturn.outcome.position.Position;
import outturn.outcome.quality.Quality;
import outturn.outcome.quality.QualitySentences;
import outturn.outcome.words.Titles;

/// Whether the values of a measure are fit to be read: they keep its quality rules, enough of them
/// count, and all of them count the same. What is found warns; it never blocks.
final class QualityChecks {
  private final Position position;
  private final Quality quality;
  private final About about;
  private final String title;

  QualityChecks(Position position) {
    this.position = position;
    this.quality = position.quality();
    this.about = About.measure(position.measure().name());
    this.title = Titles.inside(position.measure().about().title());
  }

  List<Check> all() {
    var checks = new ArrayList<Check>();
    checks.add(rules());
    share().ifPresent(checks::add);
    definition().ifPresent(checks::add);
    return checks;
  }

  private Check rules() {
    if (!quality.excluded().isEmpty()) {
      var last = quality.excluded().getLast();
      return Check.warn(
          "QUA-1",
          about,
          "%d of the values of %s do not count; the last is that of %s: %s."
              .formatted(
                  quality.excluded().size(),
                  title,
                  quality.periods().label(last.period()),
                  last.why()),
          "Ask whoever keeps the source; a corrected value counts when it comes.");
    }
    if (!quality.failures().isEmpty()) {
      return Check.warn(
          "QUA-1",
          about,
          quality.failures().stream()
              .map(failure ->
                  "%s %s.".formatted(position.measure().about().title(), failure.reason()))
              .collect(Collectors.joining(" ")),
          "See whether its source still answers: outturn runs --workflow collect-%s."
              .formatted(position.measure().name()));
    }
    return Check.pass(
        "QUA-1",
        about,
        position.measure().quality().hasRules()
            ? "The values of %s keep its quality rules.".formatted(title)
            : "%s has no quality rules, so every value counts."
                .formatted(position.measure().about().title()));
  }

  private Optional<Check> share() {
    if (quality.share().isEmpty()) return Optional.empty();
    var told = "Of %s %s".formatted(title, QualitySentences.share(position.measure(), quality));
    return Optional.of(
        QualitySentences.isPoor(quality)
            ? Check.warn(
                "QUA-2",
                about,
                told + "; less than 95\u00A0% costs the evidence a grade.",
                "Collect what is missing: outturn run collect-%s --input from=DATE --input to=DATE."
                    .formatted(position.measure().name()))
            : Check.pass("QUA-2", about, told + "."));
  }

  /// The last one since the baseline began.
  private Optional<Check> definition() {
    var from = position.standing().baseline().map(Before::from).orElse(LocalDate.MIN);
    return position.picture().changes().stream()
        .filter(change -> change.type() == Change.Type.DEFINITION && change.date().isAfter(from))
        .reduce((_, later) -> later)
        .map(change ->
            Check.warn(
                "DEF-1",
                about,
                "What %s counts was defined anew on %s, so it is not compared with what was before."
                    .formatted(title, Dates.shortly(change.date())),
                "Collect the past by the new definition, and let the baseline be of that."));
  }
}
