package outturn.bench.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import outturn.definition.project.ProjectReader;

class AppointmentsTest {
  @Test
  void theFirstIsTheNextMinuteForWhichThereIsTime() {
    var early = Appointments.after(Instant.parse("2026-11-28T12:00:50Z"), 60, 2);
    var late = Appointments.after(Instant.parse("2026-11-28T12:00:56Z"), 60, 1);

    assertThat(early.all())
        .containsExactly(
            Instant.parse("2026-11-28T12:01:00Z"), Instant.parse("2026-11-28T12:02:00Z"));
    assertThat(late.last()).isEqualTo(Instant.parse("2026-11-28T12:02:00Z"));
  }

  @Test
  void thoseOfSecondsFallOnWhatTheirCronSays() {
    var found = Appointments.after(Instant.parse("2026-11-28T12:00:01.400Z"), 2, 2);

    assertThat(Appointments.cron(2)).isEqualTo("*/2 * * * * *");
    assertThat(found.all())
        .containsExactly(
            Instant.parse("2026-11-28T12:00:04Z"), Instant.parse("2026-11-28T12:00:06Z"));
  }

  @Test
  void theProjectHasAsManySchedulesAsWereAskedForAndIsValid() {
    var files = ScheduledProject.files("bench-due", 2_150, Appointments.cron(60));
    var reading = ProjectReader.read(files);

    assertThat(reading.problems()).isEmpty();
    var workflows = reading.project().orElseThrow().workflows().all();
    assertThat(workflows).hasSize(22);
    assertThat(workflows.stream().mapToInt(workflow -> workflow.schedules().size()).sum())
        .isEqualTo(2_150);
    assertThat(ProjectReader.read(ScheduledProject.without("bench-due")).problems()).isEmpty();
  }
}
