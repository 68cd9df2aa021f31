package outturn.definition.project;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.definition.measure.Measure;
import outturn.definition.survey.ItemValue;
import outturn.definition.survey.Survey;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Checks that a measure that a survey gives is what its item gives.
final class SurveySourceChecks {
  private final Project.Effect effect;
  private final Problems problems;

  SurveySourceChecks(Project.Effect effect, Problems problems) {
    this.effect = effect;
    this.problems = problems;
  }

  void check() {
    for (var measure : effect.measures().all()) {
      var position = effect.measures().position(measure.name());
      if (position.isEmpty()
          || measure.source().isEmpty()
          || !(measure.source().get() instanceof Measure.Source.OfSurvey source)) {
        continue;
      }
      effect
          .surveys()
          .find(source.survey())
          .ifPresent(survey -> check(measure, survey, source.item(), position.get()));
    }
  }

  private void check(Measure measure, Survey survey, String item, Position position) {
    var values = ItemValue.of(survey);
    var given = Optional.ofNullable(values.get(item));
    if (given.isEmpty()) return;
    var quantity = measure.quantity();
    var types = given.get().types();
    if (types.isEmpty()) {
      problems.add(
          position,
          "no-number",
          "the measure '%s' is of the item '%s', which gives no single number"
              .formatted(measure.name(), item),
          "name an item with a scale, minutes, or an instrument");
    } else if (!types.contains(quantity.type())) {
      problems.add(
          position,
          "type-mismatch",
          "the measure '%s' is of type %s, and the item '%s' gives %s"
              .formatted(measure.name(), word(quantity.type()), item, given.get().words()),
          "write type: "
              + types.stream().map(SurveySourceChecks::word).collect(Collectors.joining(" or ")));
    } else if (given.get() == ItemValue.MINUTES
        && quantity.unit().filter("minutes"::equals).isEmpty()) {
      problems.add(
          position,
          "unit-mismatch",
          "the measure '%s' is in %s, and the item '%s' gives minutes"
              .formatted(measure.name(), quantity.unit().orElse("no unit"), item),
          "write unit: minutes");
    }
  }

  private static String word(Measure.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
