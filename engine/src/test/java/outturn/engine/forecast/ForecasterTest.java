package outturn.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.forecast.CourseSketch.NOW;
import static outturn.engine.forecast.CourseSketch.course;
import static outturn.engine.forecast.CourseSketch.history;
import static outturn.engine.forecast.CourseSketch.in;
import static outturn.engine.forecast.CourseSketch.median;
import static outturn.engine.forecast.CourseSketch.situation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.definition.flow.Section;
import outturn.definition.workflow.Task;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Knowledge;
import outturn.engine.duration.Sampler;
import outturn.engine.duration.Similar;

class ForecasterTest {
  private static final Effort EFFORT = new Effort(200, 7);
  private static final Words WORDS = new Words(ZoneId.of("UTC"), NOW);

  private static Forecast forecast(Situation situation) {
    return Forecaster.of(situation, EFFORT);
  }

  private static String why(Forecast forecast, String course) {
    return WORDS.sentence(forecast.course(course).orElseThrow().chain());
  }

  private static Duration minutes(int number) {
    return Duration.ofMinutes(number);
  }

  @Test
  void aTaskBeginsWhenAllThatItNeedsHasEnded() {
    var diamond =
        course(
                "w",
                task("a"),
                task("b").needs("a"),
                task("c").needs("a"),
                task("d").needs("b", "c"))
            .takes("a", minutes(10))
            .takes("b", minutes(5))
            .takes("c", minutes(20))
            .takes("d", minutes(1));

    var forecast = forecast(situation(Map.of(), diamond));

    assertThat(median(forecast, "w")).contains(in(31));
    var tasks = forecast.course("w").orElseThrow();
    assertThat(tasks.task("b").orElseThrow().slack()).contains(minutes(15));
    assertThat(tasks.task("c").orElseThrow().slack()).contains(Duration.ZERO);
    assertThat(tasks.task("b").orElseThrow().critical()).isZero();
    assertThat(tasks.task("c").orElseThrow().critical()).isOne();
    assertThat(tasks.task("d").orElseThrow().start()).contains(in(30));
    assertThat(why(forecast, "w")).isEqualTo("d ends at 02:31, after c, a");
  }

  @Test
  void aPoolIsHeldByOneAfterTheOtherAndTheChainSaysByWhom() {
    var archive =
        course("archive", task("pack").pool("housing-db", 1))
            .takes("pack", minutes(130))
            .stands("pack", new Standing.Running(in(-20), 1));
    var load =
        course("load", task("load").pool("housing-db", 1), task("tell").needs("load"))
            .takes("load", minutes(30))
            .promise("ready", in(120));

    var forecast = forecast(situation(Map.of("housing-db", 1), archive, load));

    var ready = forecast.course("load").orElseThrow().deadline("ready").orElseThrow();
    assertThat(ready.finish().p50()).contains(in(141));
    assertThat(ready.chance()).isZero();
    assertThat(WORDS.sentence(ready.chain()))
        .isEqualTo(
            "load waits for pool housing-db held by archive (pack) until 03:50; pack of archive runs since 01:40, expected to end at 03:50");
    assertThat(ready.path())
        .extracting(DeadlineForecast.Critical::task)
        .containsExactly("pack", "load", "tell");
    var pack = forecast.course("archive").orElseThrow().task("pack").orElseThrow();
    assertThat(pack.slack()).as("others wait for it").contains(Duration.ZERO);
  }

  @Test
  void ofALongQueueTheChainTellsTheNearestTwenty() {
    var queue = new CourseSketch[40];
    for (int number = 0; number < queue.length; number++) {
      queue[number] =
          course("c%02d".formatted(number), task("a").pool("db", 1))
              .begins(Course.Begin.at(in(-60 + number)));
    }

    var chain = forecast(situation(Map.of("db", 1), queue)).course("c39").orElseThrow().chain();

    assertThat(chain).hasSize(21).extracting(Link::course).startsWith("c39", "c38").endsWith("c19");
  }

  @Test
  void aRunOfWhichATaskHasFailedKeepsNothingThoughTheRestIsAPlainChain() {
    var course =
        course("w", task("a"), task("b"), task("report").needs("a", "b"))
            .stands("a", new Standing.Ended(Task.End.FAILED, in(-5)))
            .stands("report", new Standing.Ended(Task.End.SKIPPED, in(-5)))
            .stands("b", new Standing.Running(in(-5), 1))
            .promise("all", in(300));

    var forecast = forecast(situation(Map.of(), course)).course("w").orElseThrow();

    assertThat(forecast.success()).isZero();
    assertThat(forecast.deadline("all").orElseThrow().chance()).isZero();
    assertThat(forecast.deadline("all").orElseThrow().finish().p50()).isEmpty();
  }

  @Test
  void ofTwoThatWaitTheMoreUrgentGoesFirst() {
    var usual = course("usual", task("u").pool("db", 1)).takes("u", minutes(10)).priority(3);
    var urgent = course("urgent", task("v").pool("db", 1)).takes("v", minutes(10)).priority(5);

    var forecast = forecast(situation(Map.of("db", 1), usual, urgent));

    assertThat(median(forecast, "urgent")).contains(in(10));
    assertThat(median(forecast, "usual")).contains(in(20));
  }

  @Test
  void whoAsksForMuchIsNotPassedForEver() {
    var small = new CourseSketch[12];
    for (int number = 0; number < small.length; number++) {
      small[number] =
          course("s" + number, task("s").pool("db", 1))
              .takes("s", minutes(4))
              .begins(Course.Begin.at(in(2 * number)));
    }
    var large =
        course("large", task("l").pool("db", 3))
            .takes("l", minutes(1))
            .begins(Course.Begin.at(in(1)));
    var all = new CourseSketch[small.length + 1];
    System.arraycopy(small, 0, all, 0, small.length);
    all[small.length] = large;

    var forecast = forecast(situation(Map.of("db", 3), all));

    assertThat(median(forecast, "large").orElseThrow()).isBefore(in(14));
  }

  @Test
  void aFailedAttemptIsTriedAgainAfterItsDelay() {
    var course =
        course("w", task("a").attempts(3, minutes(7)))
            .takes("a", minutes(1))
            .stands("a", new Standing.Delayed(in(5), 2));

    var forecast = forecast(situation(Map.of(), course));

    assertThat(median(forecast, "w")).contains(in(6));
    assertThat(why(forecast, "w")).isEqualTo("a is tried again (attempt 2) from 02:05");
  }

  @Test
  void anAttemptThatTakesTooLongFailsAndIsTriedAgain() {
    var course =
        course("w", task("a").attempts(2, minutes(7)).timeout(minutes(10)))
            .takes("a", minutes(30))
            .promise("done", in(600));

    var forecast = forecast(situation(Map.of(), course));

    var done = forecast.course("w").orElseThrow().deadline("done").orElseThrow();
    assertThat(done.chance()).isZero();
    assertThat(done.finish()).isEqualTo(Expected.NEVER);
    assertThat(WORDS.sentence(done.chain())).isEqualTo("a does not succeed: it fails in attempt 2");
  }

  @Test
  void howOftenARunFailsFollowsFromItsAttempts() {
    var often = CourseSketch.durations(10, 10, 10, 10, 10, 10);
    var failing = new Durations(often.done(), List.of(), 6, 6);
    var length = Sampler.of(failing, Similar.NONE, CourseSketch.TODAY);
    var once = course("once", task("a")).takes("a", length).promise("p", in(6_000));
    var thrice =
        course("thrice", task("a").attempts(3, minutes(1)))
            .takes("a", length)
            .promise("p", in(6_000));

    var forecast = Forecaster.of(situation(Map.of(), once, thrice), new Effort(2_000, 3));

    double failure = length.failure();
    assertThat(forecast.course("once").orElseThrow().success())
        .isCloseTo(1 - failure, within(0.04));
    assertThat(forecast.course("thrice").orElseThrow().success())
        .isCloseTo(1 - Math.pow(failure, 3), within(0.04));
  }

  @Test
  void aToleratedFailureDoesNotFailTheRun() {
    var timeOut = task("a").timeout(minutes(1)).tolerated();
    var course = course("w", timeOut, task("b").needs("a")).takes("a", minutes(5));

    assertThat(median(forecast(situation(Map.of(), course)), "w")).contains(in(2));
  }

  @Test
  void whatNeedsAFailedTaskIsSkippedAndHandlersOfFailureRun() {
    var course =
        course(
                "w",
                task("a").timeout(minutes(1)),
                task("b").needs("a"),
                task("mend").in(Section.ON_FAILURE).needs("b", Task.End.values()),
                task("cheer").in(Section.ON_SUCCESS).needs("b", Task.End.values()))
            .takes("a", minutes(5))
            .takes("mend", minutes(9));

    var forecast = forecast(situation(Map.of(), course)).course("w").orElseThrow();

    assertThat(forecast.success()).isZero();
    assertThat(forecast.task("b").orElseThrow().success()).isZero();
    assertThat(forecast.task("mend").orElseThrow().finish().p50()).contains(in(10));
    assertThat(forecast.task("cheer").orElseThrow().start()).isEmpty();
  }

  @Test
  void aRunThatWaitsForItsTurnBeginsWhenTheOneBeforeHasEnded() {
    var first = course("first", task("a")).takes("a", minutes(40));
    var second =
        course("second", task("b"))
            .begins(new Course.Begin(in(10), List.of(), List.of("first")))
            .promise("done", in(60));

    var forecast = forecast(situation(Map.of(), first, second));

    assertThat(median(forecast, "second")).contains(in(41));
    assertThat(why(forecast, "second")).isEqualTo("b waits for its turn after first until 02:40");
    assertThat(forecast.course("second").orElseThrow().deadline("done").orElseThrow().path())
        .extracting(DeadlineForecast.Critical::course)
        .contains("first", "second");
  }

  @Test
  void whoDependsOnARunThatFailsNeverBegins() {
    var first = course("first", task("a").timeout(minutes(1))).takes("a", minutes(40));
    var second =
        course("second", task("b"))
            .begins(new Course.Begin(NOW, List.of("first"), List.of()))
            .promise("done", in(60));

    var forecast = forecast(situation(Map.of(), first, second));

    assertThat(forecast.course("second").orElseThrow().success()).isZero();
    assertThat(why(forecast, "second"))
        .isEqualTo(
            "b waits for first to succeed; a of first does not succeed: it fails in attempt 1");
  }

  @Test
  void aPersonIsNotWaitedFor() {
    var course =
        course("w", task("a"), task("b").needs("a"))
            .stands("a", new Standing.Person("say what becomes of the lost attempt"));

    var forecast = forecast(situation(Map.of(), course));

    assertThat(median(forecast, "w")).isEmpty();
    assertThat(why(forecast, "w"))
        .isEqualTo("a waits for a person to say what becomes of the lost attempt");
  }

  @Test
  void whoAsksForMoreThanThereIsIsTold() {
    var course = course("w", task("a").pool("db", 3));

    var forecast = forecast(situation(Map.of("db", 2), course));

    assertThat(why(forecast, "w"))
        .isEqualTo("a does not succeed: it asks for more of pool db than there is");
  }

  @Test
  void aTaskWaitsForItsTimeAndForAPoolThatOpens() {
    var timed =
        course("timed", task("a")).stands("a", new Standing.NotBefore(in(30), "its window opens"));
    var frozen = course("frozen", task("b").pool("policy/freeze", 1));
    var resize = new Resize("policy/freeze", in(45), 1, "the freeze ends");
    var plain = situation(Map.of("policy/freeze", 0), timed, frozen);
    var situation = new Situation(NOW, plain.courses(), plain.pools(), List.of(resize), List.of());

    var forecast = forecast(situation);

    assertThat(why(forecast, "timed")).isEqualTo("a waits until 02:30 (its window opens)");
    assertThat(why(forecast, "frozen"))
        .isEqualTo("b waits for pool policy/freeze (the freeze ends) until 02:45");
  }

  @Test
  void aRivalFromOutsideHoldsAPool() {
    var course = course("w", task("a").pool("db", 1));
    var rival = new Rival("vacuum", Map.of("db", 1), in(-5), Sampler.fixed(Duration.ofMinutes(25)));
    var plain = situation(Map.of("db", 1), course);
    var situation = new Situation(NOW, plain.courses(), plain.pools(), List.of(), List.of(rival));

    var forecast = forecast(situation);

    assertThat(median(forecast, "w")).contains(in(21));
    assertThat(why(forecast, "w")).isEqualTo("a waits for pool db held by vacuum until 02:20");
  }

  @Test
  void whatHasEndedIsNotPlayedAgain() {
    var course =
        course("w", task("a"), task("b").needs("a"))
            .stands("a", new Standing.Ended(Task.End.SUCCEEDED, in(-3)))
            .takes("b", minutes(4));

    var forecast = forecast(situation(Map.of(), course)).course("w").orElseThrow();

    assertThat(forecast.finish().p90()).contains(in(4));
    assertThat(forecast.tasks()).extracting(TaskForecast::name).containsExactly("b");
  }

  @Test
  void theSameSeedForecastsTheSame() {
    var course =
        course("w", task("a"), task("b"))
            .takes("a", history(10, 12, 9, 14, 11))
            .promise("p", in(12));
    var situation = situation(Map.of(), course);

    assertThat(forecast(situation)).isEqualTo(forecast(situation));
    assertThat(Forecaster.of(situation, new Effort(200, 8)).course("w").orElseThrow().finish())
        .isNotEqualTo(forecast(situation).course("w").orElseThrow().finish());
  }

  @Test
  void whatIsHardlyKnownCountsOnlyWhereItIsLong() {
    var known = history(50, 52, 54, 56, 58, 60);
    var tax = task("tax").needs("load");

    var little =
        course("w", task("load"), tax)
            .takes("load", known)
            .takes("tax", history(0.1, 0.1, 0.1))
            .promise("ready", in(90));
    var much =
        course("w", task("load"), tax)
            .takes("load", known)
            .takes("tax", history(9, 10, 11))
            .promise("ready", in(90));

    assertThat(knowledge(little)).isEqualTo(new Knowledge.Own(6));
    assertThat(knowledge(much)).isEqualTo(new Knowledge.Own(3));
    // The time until it begins is no work that is known.
    var later =
        course("w", task("load"))
            .takes("load", history(9, 10, 11))
            .begins(Course.Begin.at(in(1_200)))
            .promise("ready", in(1_300));
    assertThat(knowledge(later)).isEqualTo(new Knowledge.Own(3));
    var pause =
        course("w", task("pause"), task("load").needs("pause"))
            .takes("pause", minutes(1_000))
            .takes("load", history(9, 10, 11))
            .promise("ready", in(1_100));
    assertThat(knowledge(pause)).isEqualTo(new Knowledge.Own(3));
  }

  private static Knowledge knowledge(CourseSketch course) {
    var forecast = forecast(situation(Map.of(), course)).course("w").orElseThrow();
    return forecast.deadline("ready").orElseThrow().knowledge();
  }
}
