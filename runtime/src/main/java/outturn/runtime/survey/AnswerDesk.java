package outturn.runtime.survey;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import outturn.definition.survey.Language;
import outturn.definition.survey.Survey;
import outturn.outcome.survey.AnswerForm;
import outturn.store.survey.Answers;
import outturn.store.survey.Asked;
import outturn.store.survey.Token;

/// Takes the answers of people who come by a link.
public final class AnswerDesk {
  private final SurveysInForce surveys;
  private final Answers answers;
  private final InstantSource clock;

  public AnswerDesk(SurveysInForce surveys, Answers answers, InstantSource clock) {
    this.surveys = surveys;
    this.answers = answers;
    this.clock = clock;
  }

  /// What somebody is asked.
  public record Sheet(Survey survey, Language language) {}

  /// What came of an answer.
  public sealed interface Taken {
    record Thanks(Sheet sheet) implements Taken {}

    /// Nothing was stored.
    record Faulty(Sheet sheet, AnswerForm form) implements Taken {}

    /// The link was used already, or the wave is over.
    record Gone() implements Taken {}
  }

  /// Nothing when the link was used already, is of a wave that is over, or was never sent.
  public Optional<Sheet> look(String token) {
    return answers.find(new Token(token), clock.instant()).map(this::sheet);
  }

  private Sheet sheet(Asked asked) {
    var survey = surveys.of(asked.wave());
    var language =
        survey.about().languages().stream()
            .filter(each -> each.code().equals(asked.invitee().language()))
            .findFirst()
            .orElse(survey.about().languages().getFirst());
    return new Sheet(survey, language);
  }

  /// @param fields as a browser sends them
  public Taken take(String token, Map<String, String> fields) {
    var sheet = look(token);
    if (sheet.isEmpty()) return new Taken.Gone();
    var form = AnswerForm.read(sheet.get().survey(), fields);
    if (!form.faults().isEmpty()) return new Taken.Faulty(sheet.get(), form);
    return answers.submit(new Token(token), form.answers(), clock.instant())
        ? new Taken.Thanks(sheet.get())
        : new Taken.Gone();
  }
}
