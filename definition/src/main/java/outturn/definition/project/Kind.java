package outturn.definition.project;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outturn.definition.calendar.CalendarReader;
import outturn.definition.change.ChangeReader;
import outturn.definition.connection.ConnectionReader;
import outturn.definition.measure.MeasureReader;
import outturn.definition.notify.ChannelReader;
import outturn.definition.notify.RuleReader;
import outturn.definition.objective.ObjectiveReader;
import outturn.definition.outcome.OutcomeReader;
import outturn.definition.people.GroupReader;
import outturn.definition.policy.PolicyReader;
import outturn.definition.pool.LockReader;
import outturn.definition.pool.PoolReader;
import outturn.definition.service.ServiceReader;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Shape;
import outturn.definition.survey.SurveyReader;
import outturn.definition.workflow.WorkflowReader;

/// The kinds of documents.
public enum Kind {
  PROJECT,
  WORKFLOW,
  CONNECTION,
  POOL,
  LOCK,
  CALENDAR,
  POLICY,
  CHANNEL,
  GROUP,
  SERVICE,
  CHANGE,
  MEASURE,
  OBJECTIVE,
  OUTCOME,
  SURVEY;

  /// Kinds of the language that this release cannot follow.
  static final List<String> NOT_YET = List.of("lever", "environment", "template");

  private static final Shape PROJECT_SHAPE =
      new Shape(
          "project",
          Heading.KIND,
          Heading.NAME,
          Heading.TITLE,
          ProjectReader.REPOSITORY,
          RuleReader.NOTIFY);

  /// The keys of its documents.
  public Shape shape() {
    return switch (this) {
      case PROJECT -> PROJECT_SHAPE;
      case WORKFLOW -> WorkflowReader.SHAPE;
      case CONNECTION -> ConnectionReader.SHAPE;
      case POOL -> PoolReader.SHAPE;
      case LOCK -> LockReader.SHAPE;
      case CALENDAR -> CalendarReader.SHAPE;
      case POLICY -> PolicyReader.SHAPE;
      case CHANNEL -> ChannelReader.SHAPE;
      case GROUP -> GroupReader.SHAPE;
      case SERVICE -> ServiceReader.SHAPE;
      case CHANGE -> ChangeReader.SHAPE;
      case MEASURE -> MeasureReader.SHAPE;
      case OBJECTIVE -> ObjectiveReader.SHAPE;
      case OUTCOME -> OutcomeReader.SHAPE;
      case SURVEY -> SurveyReader.SHAPE;
    };
  }

  boolean has(String key) {
    return shape().keys().stream().anyMatch(each -> each.name().equals(key));
  }

  /// The word under `kind:`.
  public String word() {
    return Choices.word(this);
  }

  static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Kind::word).toList();
  }
}
