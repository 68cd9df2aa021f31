package outturn.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.Template;
import outturn.definition.file.FilePattern;
import outturn.definition.file.FileTerms.Otherwise;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Driver;
import outturn.engine.TaskSketch;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.reason.Pools;
import outturn.engine.reason.Reason;
import outturn.engine.reason.Reasons;
import outturn.engine.reason.Surroundings;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.UnitState;
import outturn.engine.verb.Verb;

class FileWaitTest {
  private static final Optional<Duration> FOUR_HOURS = Optional.of(Duration.ofHours(4));
  private static final Map<String, Object> FILE = Map.of("path", "/in/a.csv", "name", "a.csv");

  private static TaskSketch awaits(String path, Otherwise otherwise) {
    return task("file").waitsForFile(new Template.Constant(path), FOUR_HOURS, otherwise);
  }

  private static Driver node(Otherwise otherwise) {
    return new Driver(workflow("w", awaits("/in/a*.csv", otherwise), task("load").needs("file")));
  }

  private static Event found(Effect.LookForFile look) {
    return new Event.Reported(look.attempt(), look.token(), new Event.Report.Succeeded(FILE));
  }

  @Test
  void itIsLookedForAndTheRunGoesOnWhenItIsThere() {
    var node = node(Otherwise.FAIL);
    var run = node.start("w");
    var look = node.looks().getFirst();
    assertThat(look.files()).isEqualTo(new FilePattern("/in", "a*.csv"));
    assertThat(look.stable()).isEqualTo(Duration.ofSeconds(10));
    assertThat(node.running(run)).isEmpty();

    node.decide(found(look));

    assertThat(node.looks()).isEmpty();
    assertThat(node.state(run, "file")).isEqualTo(new UnitState.Succeeded(FILE));
    assertThat(node.running(run)).containsExactly("load");
    node.decide(found(look));
    assertThat(node.stale()).hasSize(1);
  }

  @Test
  void itIsLookedForAgainAfterACrash() {
    var node = node(Otherwise.FAIL);
    var run = node.start("w");
    var look = node.looks();
    node.restarts();

    assertThat(node.looks()).isEqualTo(look);
    node.decide(found(look.getFirst()));
    assertThat(node.running(run)).containsExactly("load");
  }

  @Test
  void aFileThatDoesNotComeInTimeFailsTheTask() {
    var node = node(Otherwise.FAIL);
    var run = node.start("w");
    node.passes(Duration.ofHours(4));

    var failure = ((UnitState.Failed) node.state(run, "file")).failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.UNMET);
    assertThat(failure.message()).isEqualTo("no file /in/a*.csv came within 4h");
    assertThat(node.looks()).isEmpty();
    assertThat(node.state(run)).isEqualTo(RunState.FAILED);
  }

  @Test
  void orSkipsItWithWhatNeedsIt() {
    var node = node(Otherwise.SKIP);
    var run = node.start("w");
    node.passes(Duration.ofHours(4));

    assertThat(node.state(run, "load")).isInstanceOf(UnitState.Skipped.class);
    assertThat(node.looks()).isEmpty();
    assertThat(node.state(run)).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void anOperatorLetsItGoOnWithoutTheFile() {
    var node = node(Otherwise.FAIL);
    var run = node.start("w");
    node.operate(run, "file", new Verb.RunNow());

    assertThat(node.running(run)).containsExactly("load");
    assertThat(node.ledger().timers()).isEmpty();
  }

  @Test
  void aCancelledRunLooksForNothing() {
    var node = node(Otherwise.FAIL);
    var run = node.start("w");
    node.cancel(run);

    assertThat(node.looks()).isEmpty();
    assertThat(node.state(run)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void aPathThatIsNotAbsoluteFailsTheTask() {
    var node = new Driver(workflow("w", awaits("in/a.csv", Otherwise.FAIL)));
    var run = node.start("w");

    var failure = ((UnitState.Failed) node.state(run, "file")).failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.START);
    assertThat(failure.message()).contains("an absolute path").endsWith("found 'in/a.csv'");
  }

  @Test
  void whyNamesTheFileAndUntilWhen() {
    var node = node(Otherwise.FAIL);
    var run = node.start("w");

    var reason = reason(node, run);
    assertThat(reason.kind()).isEqualTo(Reason.Kind.EVENT);
    assertThat(reason.text())
        .contains("for the file /in/a*.csv to be there and unchanged for 10s until")
        .endsWith("and else fails");
    assertThat(reason.until()).contains(node.now().plus(Duration.ofHours(4)));
  }

  private static Reason reason(Driver node, RunId run) {
    var began = Map.of(new AttemptId(run, "file", 0, 1), node.now());
    var around =
        new Surroundings(
            node.now(), Pools.NONE, Surroundings.Others.NONE, began, Map.of(), Optional.empty());
    return Reasons.of(node.run(run), around).getFirst();
  }
}
