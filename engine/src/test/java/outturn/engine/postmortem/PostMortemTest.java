package outturn.engine.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outturn.definition.workflow.Graph;
import outturn.engine.TaskSketch;
import outturn.engine.postmortem.Happened.Try;

class PostMortemTest {
  private static final Instant DUE = Instant.parse("2026-10-02T02:00:00Z");
  private static final Instant PROMISED = Instant.parse("2026-10-02T03:00:00Z");

  private static Instant at(double minutes) {
    return DUE.plusMillis(Math.round(minutes * 60_000));
  }

  private static Try tried(double from, double to) {
    return new Try(at(from), at(to));
  }

  private static Graph graph(TaskSketch... tasks) {
    return workflow("w", tasks).drawn().graph();
  }

  private static final Graph NIGHT =
      graph(
          task("extract"),
          task("archive"),
          task("load").needs("extract"),
          task("report").needs("load", "archive"));

  private static final Map<String, Duration> USUAL =
      Map.of(
          "extract", Duration.ofMinutes(10),
          "archive", Duration.ofMinutes(5),
          "load", Duration.ofMinutes(20),
          "report", Duration.ofMinutes(10));

  @Test
  void whatTookLongerAddsUpToTheLateness() {
    var happened =
        new Happened(
            DUE,
            at(4),
            NIGHT,
            Map.of(
                "extract", List.of(tried(4, 16)),
                "archive", List.of(tried(4, 9)),
                "load", List.of(tried(30, 33), tried(35, 62)),
                "report", List.of(tried(62, 72))));

    var told = PostMortem.of(happened, Optional.of("report"), PROMISED, USUAL).orElseThrow();

    assertThat(told.late()).isEqualTo(Duration.ofMinutes(12));
    assertThat(told.parts())
        .extracting(part -> part.kind() + " " + part.task() + " " + part.late().toMinutes())
        .containsExactly(
            "START  4",
            "WORK extract 2",
            "WAIT load 14",
            "RETRY load 5",
            "WORK load 7",
            "WORK report 0",
            "MARGIN  -20");
  }

  @Test
  void theRunIsDecidedByTheTaskThatEndedLast() {
    var happened =
        new Happened(
            DUE,
            DUE,
            NIGHT,
            Map.of("extract", List.of(tried(0, 10)), "archive", List.of(tried(0, 90))));

    var told = PostMortem.of(happened, Optional.empty(), PROMISED, USUAL).orElseThrow();

    assertThat(told.finish()).isEqualTo(at(90));
    assertThat(told.parts()).extracting(Part::task).contains("archive").doesNotContain("extract");
  }

  @Test
  void theWayGoesThroughWhatWasSkipped() {
    var happened =
        new Happened(
            DUE,
            DUE,
            NIGHT,
            Map.of(
                "extract", List.of(tried(0, 50)),
                "archive", List.of(tried(0, 5)),
                "report", List.of(tried(50, 61))));

    var told = PostMortem.of(happened, Optional.of("report"), PROMISED, USUAL).orElseThrow();

    assertThat(told.parts()).extracting(Part::task).containsExactly("extract", "report", "");
    assertThat(told.late()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whatNeverEndedHasNone() {
    var happened = new Happened(DUE, DUE, NIGHT, Map.of());

    assertThat(PostMortem.of(happened, Optional.empty(), PROMISED, USUAL)).isEmpty();
    assertThat(PostMortem.of(happened, Optional.of("load"), PROMISED, USUAL)).isEmpty();
  }

  @Test
  void whateverHappenedThePartsAddUp() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var tries = new HashMap<String, List<Try>>();
      var ends = new HashMap<String, Double>();
      for (var each : NIGHT.tasks()) {
        double ready =
            each.needs().stream()
                .mapToDouble(need -> ends.getOrDefault(need.task(), 0.0))
                .max()
                .orElse(0);
        double at = ready + random.nextDouble(10);
        var made = new ArrayList<Try>();
        for (int i = 0; i <= random.nextInt(3); i++) {
          double end = at + random.nextDouble(40);
          made.add(tried(at, end));
          at = end + random.nextDouble(2);
          ends.put(each.name(), end);
        }
        if (random.nextInt(6) > 0 || each.name().equals("report")) tries.put(each.name(), made);
      }
      var happened = new Happened(DUE, at(random.nextDouble(3)), NIGHT, tries);

      var told = PostMortem.of(happened, Optional.of("report"), PROMISED, USUAL).orElseThrow();

      var sum = told.parts().stream().map(Part::late).reduce(Duration.ZERO, Duration::plus);
      assertThat(sum).as("seed %d", seed).isEqualTo(told.late());
      assertThat(told.minutes().stream().mapToLong(Long::longValue).sum())
          .as("seed %d", seed)
          .isEqualTo(Math.round(told.late().toMillis() / 60_000.0));
      for (int place = 2; place < told.parts().size() - 1; place++) {
        assertThat(told.parts().get(place).from())
            .as("seed %d", seed)
            .isEqualTo(told.parts().get(place - 1).to());
      }
    }
  }
}
