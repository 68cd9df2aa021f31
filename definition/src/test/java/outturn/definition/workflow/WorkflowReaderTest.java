package outturn.definition.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Template;
import outturn.definition.expression.ValueType;
import outturn.definition.project.Projects;
import outturn.definition.retention.Retention;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.Task.End;
import outturn.definition.workflow.Task.OnLost;

class WorkflowReaderTest {
  private static final String REPAIRS =
      """
      kind: workflow
      name: repairs-daily
      title: Next day's repair visits
      owner: housing-it
      retention: {runs: 3650d, logs: 12w}
      timezone: Europe/London
      schedules:
        - name: nightly
          cron: "0 2 * * *"
          businessDate: previous
          dst: {gap: shift, overlap: both}
          catchUp: {runs: all, within: 2d}
          whenRunning: skip
          startWithin: 2h
      inputs:
        regions: {type: list<string>, default: [north, south]}
        rate: {type: number, default: 2}
      defaults: {timeout: 30m, retry: {attempts: 3, delay: 30s, backoff: exponential, maxDelay: 10m}}
      tasks:
        extract:
          run: [python3, scripts/extract.py, --date, "${businessDate}", 7]
          outputs: {visits: int}
          env: {TOKEN: "${secrets.TOKEN}", GREETING: "for ${businessDate}"}
        load:
          needs: [extract]
          sql: {connection: housing, statement: "select :day", params: {day: "${businessDate}"}}
          pools: {housing-db: 1}
          retry: {attempts: 1, on: [75, timeout]}
        tell-tenants:
          needs: {load: succeeded, extract: [succeeded, skipped]}
          when: ${tasks.extract.outputs.visits > 0}
          forEach: ${inputs.regions}
          parallel: 4
          call: {workflow: tell-region, inputs: {region: "${item}"}}
        done:
          needs: tell-tenants
      deadlines:
        - {name: lists-out, task: load, by: "06:30"}
        - {name: all-out, by: "+1d 07:00"}
      ---
      kind: workflow
      name: tell-region
      inputs: {region: {type: string}}
      tasks:
        tell: {shell: "echo $REGION", env: {REGION: "${inputs.region}"}, onLost: fail}
      ---
      {kind: connection, name: housing, url: "jdbc:postgresql://db/housing", user: app, password: "${secrets.HOUSING}"}
      ---
      {kind: pool, name: housing-db, size: 2}
      """;

  private final Workflow workflow =
      Projects.valid("w.yaml", REPAIRS).workflows().find("repairs-daily").orElseThrow();

  private Task task(String name) {
    return workflow.graph().task(workflow.graph().place(name));
  }

  @Test
  void aWorkflowIsReadWithItsScheduleAndDeadlines() {
    assertThat(workflow.about().title()).isEqualTo("Next day's repair visits");
    assertThat(workflow.timezone()).isEqualTo(ZoneId.of("Europe/London"));
    var schedule = workflow.schedules().getFirst();
    assertThat(schedule.timing().text()).isEqualTo("0 2 * * *");
    assertThat(schedule.days().businessDate()).isEqualTo(Schedule.BusinessDate.PREVIOUS);
    assertThat(schedule.clockChange().overlap()).isEqualTo(Schedule.ClockChange.Overlap.BOTH);
    assertThat(schedule.rules().catchUp().within()).isEqualTo(Duration.ofDays(2));
    assertThat(schedule.rules().whenRunning()).isEqualTo(Schedule.WhenRunning.SKIP);
    assertThat(schedule.rules().startWithin()).contains(Duration.ofHours(2));
    assertThat(workflow.deadlines())
        .containsExactly(
            new Deadline("lists-out", Optional.of("load"), LocalTime.of(6, 30), Optional.empty()),
            new Deadline("all-out", Optional.empty(), LocalTime.of(7, 0), Optional.of(1)));
  }

  @Test
  void runsAreKept400DaysAndLogs30UnlessItSaysOtherwise() {
    assertThat(workflow.about().retention())
        .isEqualTo(new Retention(Duration.ofDays(3650), Duration.ofDays(84)));
    assertThat(retention("")).isEqualTo(new Retention(Duration.ofDays(400), Duration.ofDays(30)));
    assertThat(retention("retention: {logs: 60d}"))
        .isEqualTo(new Retention(Duration.ofDays(400), Duration.ofDays(60)));
  }

  @Test
  void logsGoWithRunsThatAreKeptForLessThanUsual() {
    assertThat(retention("retention: {runs: 7d}"))
        .isEqualTo(new Retention(Duration.ofDays(7), Duration.ofDays(7)));
  }

  private static Retention retention(String line) {
    var text = "kind: workflow\nname: kept\ntasks: {work: {}}\n" + line + "\n";
    var read = Projects.valid("w.yaml", text).workflows().find("kept").orElseThrow();
    return read.about().retention();
  }

  @Test
  void tasksStandInAnOrderInWhichEachFollowsItsNeeds() {
    assertThat(workflow.graph().tasks())
        .extracting(Task::name)
        .containsExactly("extract", "load", "tell-tenants", "done");
    assertThat(task("tell-tenants").needs())
        .containsExactly(
            new Task.Need("load", List.of(End.SUCCEEDED)),
            new Task.Need("extract", List.of(End.SUCCEEDED, End.SKIPPED)));
  }

  @Test
  void defaultsHoldForTasksThatSayNothing() {
    assertThat(task("extract").rules().timeout()).contains(Duration.ofMinutes(30));
    assertThat(task("extract").rules().retry().attempts()).isEqualTo(3);
    assertThat(task("extract").rules().onLost()).isEqualTo(OnLost.RETRY);
    assertThat(task("load").rules().retry())
        .isEqualTo(
            new Retry(
                1,
                Duration.ofSeconds(10),
                Retry.Backoff.FIXED,
                Duration.ofHours(1),
                Set.of(75),
                Set.of(FailureKind.TIMEOUT)));
    assertThat(task("load").rules().onLost()).isEqualTo(OnLost.ASK);
    assertThat(task("load").rules().pools()).isEqualTo(Map.of("housing-db", 1));
  }

  @Test
  void expressionsAreCompiledAndAnswer() {
    var scope =
        new Scope(
            Map.of(
                "businessDate",
                "2026-03-29",
                "inputs.regions",
                List.of("north"),
                "tasks.extract.outputs.visits",
                3L,
                "secrets.TOKEN",
                "hush"));
    var run = (Action.Run) task("extract").action();
    var words = ((Action.Command.Arguments) run.command()).arguments();
    assertThat(words.stream().map(word -> word.text(scope)))
        .containsExactly("python3", "scripts/extract.py", "--date", "2026-03-29", "7");
    assertThat(run.environment().get("TOKEN").render(scope)).isEqualTo("hush");
    assertThat(run.environment().get("GREETING").render(scope)).isEqualTo("for 2026-03-29");
    var tell = task("tell-tenants");
    assertThat(tell.when().orElseThrow().evaluate(scope)).isEqualTo(true);
    assertThat(tell.forEach().orElseThrow().items().type())
        .isEqualTo(new ValueType.ListOf(ValueType.STRING));
    assertThat(tell.forEach().orElseThrow().parallel()).isEqualTo(4);
    var call = (Action.Call) tell.action();
    assertThat(call.inputs().get("region")).isInstanceOf(Template.Single.class);
    assertThat(task("done").action()).isEqualTo(new Action.Nothing());
  }
}
