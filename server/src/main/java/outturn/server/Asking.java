package outturn.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import outturn.http.Services;
import outturn.runtime.hold.Hold;
import outturn.runtime.node.Loops;
import outturn.runtime.notify.Carriers;
import outturn.runtime.project.Versions;
import outturn.runtime.survey.AnswerDesk;
import outturn.runtime.survey.SurveyMeasures;
import outturn.runtime.survey.SurveyPost;
import outturn.runtime.survey.Surveys;
import outturn.runtime.survey.SurveysInForce;

/// What asks people: surveys, their mails and the desk for answers.
final class Asking {
  private final Hold hold;
  private final Surveys surveys;
  private final AnswerDesk desk;
  private final SurveyPost post;

  Asking(
      Stores stores,
      Versions versions,
      SurveyMeasures measures,
      Carriers carriers,
      Hold hold,
      InstantSource clock) {
    this.hold = hold;
    var inForce = new SurveysInForce(stores.projects, versions);
    var kept = stores.surveys;
    this.surveys =
        new Surveys(
            inForce,
            kept.waves(),
            kept.answers(),
            measures,
            () -> ThreadLocalRandom.current().nextLong(),
            clock);
    this.desk = new AnswerDesk(inForce, kept.answers(), clock);
    this.post = new SurveyPost(inForce, kept.letters(), carriers, hold::held, clock);
  }

  void repeat(Loops loops) {
    loops.every(Duration.ofSeconds(1), "survey mail", post::step);
    loops.every(Duration.ofSeconds(10), "surveys", this::step);
  }

  private void step() {
    if (!hold.held()) surveys.step();
  }

  Services.Asked asked() {
    return new Services.Asked(surveys, desk);
  }
}
