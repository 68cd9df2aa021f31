package outturn.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.forecast.CourseSketch.NOW;
import static outturn.engine.forecast.CourseSketch.course;
import static outturn.engine.forecast.CourseSketch.history;
import static outturn.engine.forecast.CourseSketch.in;
import static outturn.engine.forecast.CourseSketch.situation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.engine.TaskSketch;

/// Where an end can be computed it is, and draws come to the same within their error.
class ExactTest {
  private static final int DRAWS = 20_000;

  /// The same tasks, and one beside them that takes no time: no chain any more, so it is drawn.
  private static CourseSketch[] chainAndDrawn(TaskSketch... chain) {
    var more = new TaskSketch[chain.length + 1];
    System.arraycopy(chain, 0, more, 1, chain.length);
    more[0] = task("beside");
    return new CourseSketch[] {
      course("w", chain), course("w", more).takes("beside", Duration.ZERO)
    };
  }

  private static DeadlineForecast deadline(CourseSketch sketch) {
    var forecast = Forecaster.of(situation(Map.of(), sketch), new Effort(DRAWS, 9));
    return forecast.course("w").orElseThrow().deadline("due").orElseThrow();
  }

  private static void agree(CourseSketch exact, CourseSketch drawn) {
    var one = deadline(exact);
    var other = deadline(drawn);
    double error = 4 * Math.sqrt(0.25 / DRAWS);
    assertThat(one.chance()).isCloseTo(other.chance(), within(error));
    assertThat(one.chance()).as("computed, not counted").isNotEqualTo(other.chance());
    assertThat(minutes(one.finish().p10())).isCloseTo(minutes(other.finish().p10()), within(0.3));
    assertThat(minutes(one.finish().p50())).isCloseTo(minutes(other.finish().p50()), within(0.3));
    assertThat(minutes(one.finish().p90())).isCloseTo(minutes(other.finish().p90()), within(0.6));
  }

  private static double minutes(Optional<Instant> end) {
    return Duration.between(NOW, end.orElseThrow()).toMillis() / 60_000.0;
  }

  @Test
  void oneRunningTask() {
    var both = chainAndDrawn(task("a"));
    for (var each : both) {
      each.takes("a", history(10, 11, 14, 9, 10, 12))
          .stands("a", new Standing.Running(in(-8), 1))
          .promise("due", in(3));
    }

    agree(both[0], both[1]);
  }

  @Test
  void oneThatHasOutrunItsHistory() {
    var both = chainAndDrawn(task("a"));
    for (var each : both) {
      each.takes("a", history(10, 11, 14, 9, 10, 12))
          .stands("a", new Standing.Running(in(-60), 1))
          .promise("due", in(30));
    }

    var exact = deadline(both[0]);
    assertThat(exact.chance()).isCloseTo(deadline(both[1]).chance(), within(0.02));
  }

  @Test
  void aChainOfThreeOfWhichTheFirstRuns() {
    var both = chainAndDrawn(task("a"), task("b").needs("a"), task("c").needs("b"));
    for (var each : both) {
      each.takes("a", history(10, 11, 14, 9, 10, 12))
          .takes("b", history(20, 25, 19, 22, 24, 20, 21))
          .takes("c", history(3, 4, 3, 5, 3, 3, 4))
          .stands("a", new Standing.Running(in(-8), 1))
          .promise("due", in(28));
    }

    agree(both[0], both[1]);
  }

  @Test
  void aTaskInTheMiddleOfAGraphThatIsPromised() {
    var sketch =
        course("w", task("a"), task("b").needs("a"), task("c").needs("b"), task("d").needs("a"))
            .takes("a", Duration.ofMinutes(10))
            .takes("b", Duration.ofMinutes(20))
            .promise("due", in(29), "b")
            .promise("late", in(31), "b");

    var forecast = Forecaster.of(situation(Map.of(), sketch), new Effort(1, 1));

    var course = forecast.course("w").orElseThrow();
    assertThat(course.deadline("due").orElseThrow().chance()).isZero();
    assertThat(course.deadline("late").orElseThrow().chance()).isOne();
    assertThat(minutes(course.deadline("due").orElseThrow().finish().p50()))
        .isCloseTo(30, within(0.1));
  }
}
