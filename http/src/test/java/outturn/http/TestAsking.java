package outturn.http;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import outturn.runtime.project.InForce;
import outturn.runtime.project.Versions;
import outturn.runtime.survey.AnswerDesk;
import outturn.runtime.survey.SurveyMeasures;
import outturn.runtime.survey.Surveys;
import outturn.runtime.survey.SurveysInForce;
import outturn.store.folder.PrivateFile;
import outturn.store.project.ProjectReader;
import outturn.store.secret.Seal;
import outturn.store.secret.SecretsKey;
import outturn.store.survey.Answers;
import outturn.store.survey.Waves;

/// Surveys of a server in a test; nothing mails.
final class TestAsking {
  private TestAsking() {}

  static Services.Asked of(
      Jdbi jdbi, Path folder, ProjectReader projects, Versions versions, InstantSource clock) {
    var seal = new Seal(SecretsKey.in(new PrivateFile(folder.resolve("seal.key"))));
    var answers = new Answers(jdbi, seal);
    var inForce = new SurveysInForce(projects, versions);
    var measures = new SurveyMeasures(new InForce(projects, versions, clock), _ -> {});
    return new Services.Asked(
        new Surveys(inForce, new Waves(jdbi), answers, measures, () -> 7, clock),
        new AnswerDesk(inForce, answers, clock));
  }
}
