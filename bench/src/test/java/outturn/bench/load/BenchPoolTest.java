package outturn.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outturn.definition.pool.Pool;
import outturn.definition.project.ProjectReader;
import outturn.definition.service.Service.Kept;

class BenchPoolTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-30");

  @ParameterizedTest
  @EnumSource
  void allTasksClaimOneOfThePoolAndItIsSaidWhatTheirLatenessCosts(Pool.Order order) {
    var reading = ProjectReader.read(BenchPool.files(10, new Pooled(order, DAY)));
    assertThat(reading.problems()).isEmpty();
    var project = reading.project().orElseThrow();

    assertThat(project.pools().all()).extracting(Pool::order).containsExactly(order);
    for (var shape : List.of(Shape.SINGLE, Shape.CHAIN)) {
      var load = new Load(shape, 1, shape.usualTasks(), Optional.of(new Pooled(order, DAY)));
      var workflow = project.workflows().find(load.workflow()).orElseThrow();
      assertThat(workflow.graph().tasks()).hasSize(load.tasks());
      assertThat(workflow.graph().tasks())
          .allSatisfy(task -> assertThat(task.rules().pools()).isEqualTo(Map.of("bench-pool", 1)));
      assertThat(project.services().all().getFirst().outputs())
          .anySatisfy(output -> {
            assertThat(output.kept()).contains(new Kept.ByDeadline(workflow.name(), "ended"));
            assertThat(output.serves().getFirst().perHourLate()).isPresent();
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalLengthsAndOrdersGiveEqualProjects(Pool.Order order) {
    var files = BenchPool.files(10, new Pooled(order, DAY));

    assertThat(BenchPool.files(10, new Pooled(order, DAY.plusDays(1))).hash())
        .isEqualTo(files.hash());
    assertThat(BenchPool.files(2, new Pooled(order, DAY)).hash()).isNotEqualTo(files.hash());
  }
}
