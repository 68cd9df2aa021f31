package outturn.outcome.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Source.OfSurvey;
import outturn.definition.survey.ItemValue;
import outturn.definition.survey.Survey;
import outturn.outcome.period.Periods;

/// What a measure gets from a wave that closes: what is told of an item of all who answered, not
/// weighted; or nothing.
///
/// @param period in which the wave closed
/// @param value none for a share, which has numerator and denominator
/// @param denominator how many answers it is of
/// @param why there is nothing; empty where there is something
public record WaveMeasure(
    String measure,
    String item,
    LocalDate period,
    OptionalDouble value,
    OptionalDouble numerator,
    OptionalDouble denominator,
    String why) {

  /// @param survey as it was when the wave opened
  public static WaveMeasure of(
      Measure measure, OfSurvey source, Survey survey, WaveResults results, Instant closed) {
    var day = LocalDate.ofInstant(closed, measure.rhythm().timezone());
    var period = new Periods(measure.rhythm().cadence()).of(day);
    var item = ItemValue.of(survey).getOrDefault(source.item(), ItemValue.NONE);
    var told = results.find(source.item());
    if (told.isEmpty() || !item.types().contains(measure.quantity().type())) {
      return nothing(measure, source, period, "the wave did not ask for it");
    }
    return told.get()
        .all()
        .flatMap(numbers -> something(measure, source, period, item, numbers))
        .orElseGet(() -> nothing(measure, source, period, "too few answers to show"));
  }

  private static Optional<WaveMeasure> something(
      Measure measure, OfSurvey source, LocalDate period, ItemValue item, Numbers numbers) {
    return numbers.amounts().stream()
        .filter(amount -> amount.what().equals(what(item)))
        .findFirst()
        .map(amount -> {
          boolean isShare = amount.counted().isPresent();
          return new WaveMeasure(
              measure.name(),
              source.item(),
              period,
              isShare ? OptionalDouble.empty() : OptionalDouble.of(amount.value()),
              isShare ? OptionalDouble.of(amount.counted().getAsInt()) : OptionalDouble.empty(),
              OptionalDouble.of(numbers.n()),
              "");
        });
  }

  private static WaveMeasure nothing(
      Measure measure, OfSurvey source, LocalDate period, String why) {
    return new WaveMeasure(
        measure.name(),
        source.item(),
        period,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        why);
  }

  /// Which amount of a result it is.
  private static String what(ItemValue item) {
    return switch (item) {
      case SHARE -> "share";
      case MEAN, MINUTES -> "mean";
      case NET_SCORE -> "net-score";
      case SCORE -> "score";
      case NONE -> "";
    };
  }
}
