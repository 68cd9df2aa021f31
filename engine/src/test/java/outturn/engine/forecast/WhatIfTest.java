package outturn.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.forecast.CourseSketch.course;
import static outturn.engine.forecast.CourseSketch.history;
import static outturn.engine.forecast.CourseSketch.in;
import static outturn.engine.forecast.CourseSketch.median;
import static outturn.engine.forecast.CourseSketch.situation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final Situation SITUATION =
      situation(
          Map.of("db", 1),
          course("one", task("a").pool("db", 1)).takes("a", Duration.ofMinutes(10)),
          course("two", task("b").pool("db", 1))
              .takes("b", Duration.ofMinutes(10))
              .begins(new Course.Begin(in(2), List.of(), List.of())),
          course("after", task("c"))
              .begins(new Course.Begin(in(0), List.of("two"), List.of("one"))));

  private static Instant end(String course, WhatIf... suppositions) {
    var forecast = Forecaster.of(SITUATION.with(suppositions), new Effort(20, 1));
    return median(forecast, course).orElseThrow();
  }

  @Test
  void nothingSupposedIsAsItIs() {
    assertThat(end("two")).isEqualTo(in(20));
    assertThat(end("after")).isEqualTo(in(21));
  }

  @Test
  void aLargerPoolLetsBothRunAtOnce() {
    assertThat(end("two", new WhatIf.PoolSize("db", 2))).isEqualTo(in(12));
  }

  @Test
  void aTaskThatTakesLongerKeepsTheOtherWaiting() {
    assertThat(end("two", new WhatIf.Times("one", "a", 3))).isEqualTo(in(40));
    assertThat(end("two", new WhatIf.Longer("one", "a", Duration.ofMinutes(7)))).isEqualTo(in(27));
  }

  @Test
  void aPoolThatIsDownIsUsedByNobodyUntilItIsBack() {
    assertThat(end("two", new WhatIf.Down("db", in(60)))).isEqualTo(in(80));
    assertThatThrownBy(() -> SITUATION.with(new WhatIf.Down("no", in(60))))
        .hasMessage("no pool 'no'");
  }

  @Test
  void aCourseThatIsLeftOutIsWaitedForByNobody() {
    assertThat(end("two", new WhatIf.Without("one"))).isEqualTo(in(12));
    assertThat(end("after", new WhatIf.Without("one"), new WhatIf.Without("two"))).isEqualTo(in(1));
  }

  @Test
  void aCourseThatIsStuckWaitsForAPersonAndLetsTheOthersGo() {
    var stuck = SITUATION.with(new WhatIf.Stuck("one", "start it"));

    var forecast = Forecaster.of(stuck, new Effort(20, 1));

    assertThat(median(forecast, "one")).isEmpty();
    assertThat(median(forecast, "two")).contains(in(12));
    assertThat(forecast.course("one").orElseThrow().chain())
        .extracting(Link::because)
        .contains(new Because.Person("start it"));
  }

  @Test
  void aCourseThatBeginsLaterLetsTheOtherGoFirst() {
    assertThat(end("one", new WhatIf.Begins("one", in(5)))).isEqualTo(in(22));
    assertThatThrownBy(() -> SITUATION.with(new WhatIf.Begins("no", in(5))))
        .hasMessage("no course 'no'");
    assertThatThrownBy(() -> SITUATION.with(new WhatIf.Times("one", "no", 2)))
        .hasMessage("no task 'no' in course 'one'");
  }

  @Test
  void whatIsNotTouchedDrawsTheSameNumbers() {
    var plain =
        situation(
            Map.of(),
            course("one", task("a")).takes("a", history(10, 14, 9, 12, 11)),
            course("two", task("b")).takes("b", history(20, 24, 19, 22, 21)));

    var before = Forecaster.of(plain, new Effort(50, 4)).course("two");
    var after = Forecaster.of(plain.with(new WhatIf.Without("one")), new Effort(50, 4));

    assertThat(after.course("two")).isEqualTo(before);
  }
}
