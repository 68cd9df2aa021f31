package outturn.http.survey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outturn.definition.survey.Item;
import outturn.definition.survey.Survey;
import outturn.runtime.survey.Surveys.Known;
import outturn.store.survey.WaveState;

/// Surveys and their waves as JSON.
final class SurveyJson {
  private SurveyJson() {}

  record Told(
      String name,
      String project,
      String title,
      Optional<String> owner,
      Optional<String> service,
      List<String> items,
      List<Wave> waves) {}

  /// @param numbers from how many answers on numbers are shown
  record Thresholds(int numbers, int comments) {}

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

  static Told of(Known known) {
    Survey survey = known.entry().value();
    return new Told(
        survey.name(),
        known.entry().project(),
        survey.about().title().in(survey.about().languages().getFirst()),
        survey.about().owner(),
        survey.about().service(),
        survey.items().stream().map(Item::name).toList(),
        known.waves().stream().map(Wave::of).toList());
  }
}
