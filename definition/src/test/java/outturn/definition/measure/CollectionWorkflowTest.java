package outturn.definition.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.project.Projects;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Input;
import outturn.definition.workflow.Retry;

class CollectionWorkflowTest {

  @ParameterizedTest
  @CsvSource({
    "DAILY, 0, 0 2 * * *",
    "DAILY, 90, 30 3 * * *",
    "WEEKLY, 0, 0 2 * * 1",
    "WEEKLY, 2880, 0 2 * * 3",
    "WEEKLY, 8640, 0 2 * * 0",
    "MONTHLY, 0, 0 2 1 * *",
    "MONTHLY, 2880, 0 2 3 * *",
    "MONTHLY, 43200, 0 2 28 * *",
    "QUARTERLY, 0, '0 2 1 1,4,7,10 *'",
    "QUARTERLY, 64800, '0 2 15 2,5,8,11 *'",
    "YEARLY, 1440, 0 2 2 1 *"
  })
  void itIsDueAfterThePeriodAndTheLag(Measure.Cadence cadence, long lagMinutes, String cron) {
    assertThat(CollectionWorkflow.cron(cadence, Duration.ofMinutes(lagMinutes)).text())
        .isEqualTo(cron);
  }

  @Test
  void aMeasureWithASourceHasAWorkflow() {
    var project =
        Projects.valid(
            "m.yaml",
            """
            {kind: measure, name: shares, title: Share, type: proportion, better: higher, cadence: monthly,
             timezone: Europe/Paris, source: {csv: {file: shares.csv}}}
            ---
            {kind: measure, name: asked, type: count, better: {within: [1, 2]}, cadence: daily}
            """,
            "shares.csv",
            "period,value\n");
    assertThat(project.workflows().names()).containsExactly("collect-shares");
    var workflow = project.workflows().find("collect-shares").orElseThrow();
    var task = workflow.graph().task(0);
    assertThat(task.action()).isEqualTo(new Action.Collect("shares"));
    assertThat(task.rules().retry().attempts()).isEqualTo(3);
    assertThat(task.rules().retry().backoff()).isEqualTo(Retry.Backoff.EXPONENTIAL);
    assertThat(workflow.inputs()).extracting(Input::name).containsExactly("from", "to", "trial");
    var schedule = workflow.schedules().getFirst();
    assertThat(schedule.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(schedule.rules().whenRunning()).isEqualTo(Schedule.WhenRunning.QUEUE);
    assertThat(schedule.rules().catchUp().runs()).isEqualTo(Schedule.CatchUp.Runs.LAST);
  }
}
