package outturn.outcome.step;

import java.util.List;
import java.util.Locale;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Better;
import outturn.outcome.amount.Amounts;
import outturn.outcome.position.Position;
import outturn.outcome.words.Titles;

/// What is known of a measure: unit and direction, where its values come from, and how small a
/// change matters to nobody.
final class MeasureChecks {
  private final Measure measure;
  private final About about;

  MeasureChecks(Position position) {
    this.measure = position.measure();
    this.about = About.measure(measure.name());
  }

  List<Check> all() {
    return List.of(unit(), source(), importance());
  }

  private Check unit() {
    var unit = measure.quantity().unit();
    if (unit.isEmpty()) {
      return Check.fail(
          "MEA-1",
          about,
          "%s has no unit.".formatted(measure.about().title()),
          "Say it under unit:.");
    }
    return Check.pass(
        "MEA-1",
        about,
        "%s: %s, %s, %s."
            .formatted(
                measure.about().title(),
                measure.rhythm().cadence().name().toLowerCase(Locale.ROOT),
                unit.get(),
                better()));
  }

  private String better() {
    return switch (measure.quantity().better()) {
      case Better.Higher() -> "more is better";
      case Better.Lower() -> "less is better";
      case Better.Within _ -> "best within its limits";
    };
  }

  private Check source() {
    if (measure.source().isPresent()) {
      return Check.pass("MEA-2", about, "The values of %s are collected.".formatted(title()));
    }
    return Check.warn(
        "MEA-2",
        about,
        "People enter the values of %s by hand.".formatted(title()),
        "Give it a source: where one can be asked; until then: outturn observe %s."
            .formatted(measure.name()));
  }

  private Check importance() {
    return measure
        .quantity()
        .minimumImportantChange()
        .map(least ->
            Check.pass(
                "MIC-1",
                about,
                "A change of %s by less than %s matters to nobody."
                    .formatted(title(), new Amounts(measure).change(least))))
        .orElseGet(() ->
            Check.fail(
                "MIC-1",
                about,
                "It is not said how small a change of %s matters to nobody.".formatted(title()),
                "Say it under minimumImportantChange:, before there are values to look at."));
  }

  private String title() {
    return Titles.inside(measure.about().title());
  }
}
