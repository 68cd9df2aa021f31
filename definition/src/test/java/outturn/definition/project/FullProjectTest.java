package outturn.definition.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.measure.Measure;
import outturn.definition.objective.Objective;
import outturn.definition.outcome.Lever;
import outturn.definition.outcome.Outcome;
import outturn.definition.service.Service;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Task;

/// The language as far as this release follows it, in one project.
class FullProjectTest {
  static final Path FOLDER = Path.of("src/test/resources/full");

  private final Project project = read();

  private static Project read() {
    var reading = ProjectReader.read(FOLDER);
    return reading.project().orElseThrow(() -> new AssertionError(Projects.told(reading)));
  }

  @Test
  void allObjectsAreThere() {
    assertThat(project.about())
        .isEqualTo(
            new Project.About(
                "housing", "Housing repairs", Optional.of("https://git.example.org/ops/housing")));
    assertThat(project.workflows().names())
        .containsExactly(
            "collect-first-visit-fix-rate",
            "collect-mail-availability",
            "collect-visit-lists-late",
            "repairs-daily",
            "tell-region");
    assertThat(project.connections().names()).containsExactly("housing");
    assertThat(project.pools().names()).containsExactly("housing-db");
    assertThat(project.calendars().names())
        .containsExactly("anywhere", "england", "everywhere", "only-england", "trading");
    assertThat(project.policies().names()).containsExactly("office-hours", "year-end");
    assertThat(project.groups().names()).containsExactly("clerks", "tenants");
    assertThat(project.services().names()).containsExactly("repairs");
    assertThat(project.changes().names()).containsExactly("parts-forecast-live");
    assertThat(project.measures().names()).hasSize(4);
    assertThat(project.objectives().all())
        .containsExactly(
            new Objective(
                "fewer-lost-days",
                "Tenants lose fewer working days",
                "tenants",
                Optional.of("the year to March 2027"),
                Optional.of("a tenth fewer")));
    assertThat(project.outcomes().names()).containsExactly("one-visit");
    assertThat(project.surveys().names()).containsExactly("it-pulse", "suite");
    assertThat(project.workflows().position("tell-region").orElseThrow())
        .hasToString("repairs.yaml:59:1");
  }

  @Test
  void scriptsAndDataAreCarriedAsTheyAre() {
    assertThat(project.files().text("sql/load.sql")).contains("select 1;\n");
    assertThat(project.files().has("data/other.yaml")).isTrue();
    assertThat(project.hash()).hasSize(64).isEqualTo(read().hash());
  }

  @Test
  void tasksThatMayRunTwiceAreRepeatedWhenLost() {
    var graph = project.workflows().find("repairs-daily").orElseThrow().graph();
    assertThat(graph.tasks())
        .filteredOn(task -> task.rules().onLost() == Task.OnLost.RETRY)
        .hasSize(graph.size());
    var publish = (Action.Http) graph.task(graph.place("publish")).action();
    assertThat(publish.method()).isEqualTo("POST");
    assertThat(publish.expect()).containsExactly(200, 202);
    var cleanUp = (Action.Run) graph.task(graph.place("clean-up")).action();
    assertThat(cleanUp.command())
        .isEqualTo(new Action.Command.Shell("rm -rf work\necho \"cleaned $DAY\"\n"));
  }

  @Test
  void theEdgeFromOutputToOutcomeIsRead() {
    var outputs = project.services().find("repairs").orElseThrow().outputs();
    assertThat(outputs.getFirst().kept())
        .contains(new Service.Kept.ByDeadline("repairs-daily", "lists-out"));
    assertThat(outputs.getFirst().serves().getFirst().perHourLate())
        .contains(new Service.LateCost("GBP", 100, 250, 600));
    assertThat(outputs.getLast().kept())
        .contains(new Service.Kept.ByMeasure("mail-availability", 99.9));
  }

  @Test
  void calendarsAreMadeOfTheirListsFilesAndParts() {
    var england = project.calendars().find("england").orElseThrow();
    assertThat(england.dayOff(LocalDate.of(2026, 7, 2))).contains("Survey of the depots");
    assertThat(england.dayOff(LocalDate.of(2025, 7, 2))).isEmpty();
    assertThat(england.isWorking(LocalDate.of(2027, 7, 7))).isTrue();
    assertThat(england.isWorking(LocalDate.of(2027, 7, 15))).isFalse();
    assertThat(england.nextOrSame(LocalDate.of(2026, 9, 10))).isEqualTo("2026-09-14");
    assertThat(england.next(LocalDate.of(2026, 12, 23))).isEqualTo("2027-01-04");
    var anywhere = project.calendars().find("anywhere").orElseThrow();
    assertThat(anywhere.next(LocalDate.of(2026, 12, 23))).isEqualTo("2026-12-24");
    assertThat(anywhere.years()).isEqualTo(england.years());
    var onlyEngland = project.calendars().find("only-england").orElseThrow();
    assertThat(onlyEngland.next(LocalDate.of(2026, 5, 3))).isEqualTo("2026-05-14");
  }

  @Test
  void measuresKnowTheirSource() {
    var late = project.measures().find("visit-lists-late").orElseThrow();
    assertThat(late.source())
        .contains(
            new Measure.Source.OfWorkflow(
                "repairs-daily", Measure.Figure.LATENESS, Optional.of("lists-out")));
    var mail = project.measures().find("mail-availability").orElseThrow();
    assertThat(mail.quantity().better()).isEqualTo(new Measure.Better.Within(99, 100));
    assertThat(mail.rhythm().seasonal()).contains(Measure.Season.ADDITIVE);
  }

  @Test
  void anOutcomeIsReadWithItsLevers() {
    var outcome = project.outcomes().find("one-visit").orElseThrow();
    var goal = outcome.goals().getFirst();
    assertThat(goal.target())
        .contains(
            new Outcome.Target(
                85, LocalDate.of(2027, 3, 31), Optional.of(new Outcome.Sustain(8, 10))));
    assertThat(goal.trajectory()).isEqualTo(Outcome.Trajectory.S_CURVE);
    assertThat(outcome.levers())
        .extracting(lever -> lever.about().element())
        .containsExactly(Lever.Element.TECHNOLOGY, Lever.Element.PROCESS, Lever.Element.PEOPLE);
    var training = outcome.levers().getLast();
    assertThat(training.spread().adoption().orElseThrow().plan())
        .contains(new Lever.Curve(Lever.CurveShape.LOGISTIC, Duration.ofDays(42), 90));
    assertThat(training.about().cost()).isEqualTo(Map.of("GBP", 14000.0));
    var parts = outcome.levers().getFirst();
    assertThat(parts.start().slip())
        .contains(new Lever.Slip(Duration.ofDays(14), Duration.ofDays(56)));
    assertThat(parts.spread().readiness()).contains(80.0);
    assertThat(parts.spread().course().fade()).contains(Duration.ofDays(728));
    var spare = outcome.uncertain().assumptions().getFirst();
    assertThat(spare.ifFalse().orElseThrow().size()).isEqualTo(new Lever.Effect(-3, -2, -1));
    var leaving = outcome.uncertain().risks().getFirst();
    assertThat(leaving.probability()).isEqualTo(15);
    assertThat(leaving.impact().moves()).isEmpty();
    var analysis = outcome.appraisal().analysis().orElseThrow();
    assertThat(analysis.controls()).isEqualTo(List.of("neighbouring-borough"));
    assertThat(analysis.review()).hasSize(2);
  }
}
