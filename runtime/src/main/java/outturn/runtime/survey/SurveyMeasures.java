package outturn.runtime.survey;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import outturn.definition.measure.Measure;
import outturn.definition.survey.Survey;
import outturn.outcome.survey.WaveMeasure;
import outturn.outcome.survey.WaveResults;
import outturn.runtime.project.InForce;

/// The measures in force whose values a survey gives.
public final class SurveyMeasures {
  private final InForce inForce;
  private final Consumer<String> news;

  /// @param news hears the name of a measure that has a new value
  public SurveyMeasures(InForce inForce, Consumer<String> news) {
    this.inForce = inForce;
    this.news = news;
  }

  /// What they get of a wave that closes, by their names.
  ///
  /// @param survey as it was when the wave opened
  List<WaveMeasure> of(Survey survey, WaveResults results, Instant closed) {
    return inForce.measures().stream()
        .map(InForce.Entry::value)
        .flatMap(measure -> of(measure, survey, results, closed))
        .toList();
  }

  private static Stream<WaveMeasure> of(
      Measure measure, Survey survey, WaveResults results, Instant closed) {
    return measure.source().stream()
        .filter(Measure.Source.OfSurvey.class::isInstance)
        .map(Measure.Source.OfSurvey.class::cast)
        .filter(source -> source.survey().equals(survey.name()))
        .map(source -> WaveMeasure.of(measure, source, survey, results, closed));
  }

  /// Tells that they were recorded.
  void recorded(List<WaveMeasure> measures) {
    measures.stream().filter(each -> each.why().isEmpty()).map(WaveMeasure::measure).forEach(news);
  }
}
