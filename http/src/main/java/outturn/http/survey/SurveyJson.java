package outturn.http.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.shape.Choices;
import outturn.definition.survey.Item;
import outturn.definition.survey.Language;
import outturn.definition.survey.Survey;
import outturn.runtime.survey.Surveys.Known;
import outturn.runtime.survey.WaveDays;
import outturn.store.survey.WaveState;

/// Surveys and their waves as JSON.
final class SurveyJson {
  private SurveyJson() {}

  /// @param missed that the latest day has no wave, and why
  record Days(String cadence, LocalDate next, Optional<String> missed) {}

  /// @param numbers from how many answers on numbers are shown
  record Thresholds(int numbers, int comments) {}

  record Question(String name, int version, String ask) {}

  record Mail(int unsent, int failed, String error) {}

  record Span(Instant opened, String openedBy, Instant closes, Optional<Instant> closed) {}

  record Wave(int wave, int invited, int answered, Thresholds thresholds, Span span, Mail mail) {
    static Wave of(WaveState state) {
      var wave = state.wave();
      return new Wave(
          wave.number(),
          wave.invited(),
          state.answered(),
          new Thresholds(wave.thresholds().numbers(), wave.thresholds().comments()),
          new Span(
              wave.span().opened(),
              wave.span().openedBy(),
              wave.span().closes(),
              state.closing().map(WaveState.Closing::at)),
          new Mail(state.unsent(), state.failed(), state.error()));
    }
  }

  static Map<String, @Nullable Object> of(Known known, Optional<WaveDays.Coming> coming) {
    Survey survey = known.entry().value();
    var language = survey.about().languages().getFirst();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", survey.name());
    json.put("project", known.entry().project());
    json.put("title", survey.about().title().in(language));
    json.put("owner", survey.about().owner().orElse(null));
    json.put("service", survey.about().service().orElse(null));
    json.put("items", survey.items().stream().map(item -> question(item, language)).toList());
    json.put("days", coming.flatMap(each -> days(survey, each)).orElse(null));
    json.put("waves", known.waves().stream().map(Wave::of).toList());
    return json;
  }

  private static Question question(Item item, Language language) {
    return new Question(item.name(), item.version(), item.about().in(language));
  }

  private static Optional<Days> days(Survey survey, WaveDays.Coming coming) {
    return survey
        .plan()
        .dates()
        .map(dates -> new Days(Choices.word(dates.cadence()), coming.next(), coming.missed()));
  }
}
