package outturn.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Knowledge;
import outturn.engine.duration.Sampler;
import outturn.engine.play.Play;
import outturn.engine.play.Precision;
import outturn.engine.play.Selection;
import outturn.engine.play.State;

/// Plays a situation many times and counts; where the answer can be computed, it is. The method is
/// told in docs/forecast.md.
public final class Forecaster {
  private static final int BLOCK = 16;
  private static final int MOST_CRITICAL = 20;
  private static final double LIKELY = 0.1;
  private static final double ONE_IN_TEN = 0.1;
  private static final double NINE_IN_TEN = 0.9;
  private static final double LITTLE = 0.05;

  private final Layout layout;
  private final Effort effort;
  private final Tally tally;
  private final Chains chains;
  private final List<Optional<Exact>> exacts;

  private Forecaster(Situation situation, Effort effort) {
    this.layout = new Layout(situation, effort.seed());
    this.effort = effort;
    var play = new Play(layout.net(), effort.seed());
    this.tally = new Tally(layout, play, effort.most());
    this.exacts = layout.targets().stream().map(target -> Exact.of(layout, target)).toList();
    this.chains = new Chains(layout, play, tally);
  }

  public static Forecast of(Situation situation, Effort effort) {
    return new Forecaster(situation, effort).forecast();
  }

  private Forecast forecast() {
    draw();
    var told = chains.all();
    var tasks = tasks();
    var courses = new ArrayList<CourseForecast>();
    for (int number = 0; number < layout.situation().courses().size(); number++) {
      courses.add(course(number, tasks.getOrDefault(number, List.of()), told));
    }
    return new Forecast(layout.situation().now(), tally.draws(), courses);
  }

  private void draw() {
    for (int enough = effort.fewest(); tally.draws() < effort.most() && tally.draws() < enough; ) {
      int until = Math.min(enough, effort.most());
      tally.expect(until);
      while (tally.draws() < until) tally.count(tally.draws());
      if (!isEnough()) enough = Precision.next(enough);
    }
  }

  private boolean isEnough() {
    return IntStream.range(0, exacts.size())
        .allMatch(place -> exacts.get(place).isPresent() || isEnough(place));
  }

  private boolean isEnough(int place) {
    var finishes = tally.finishes(place);
    var promise = layout.targets().get(place).promise();
    int met = promise.map(it -> met(finishes, due(it))).orElseGet(() -> ended(finishes));
    return Precision.isEnough(met, finishes.length) && Precision.isEnough(finishes);
  }

  private static int met(long[] finishes, long due) {
    return (int) Arrays.stream(finishes).filter(finish -> finish <= due).count();
  }

  private long due(Course.Promise promise) {
    return Duration.between(layout.situation().now(), promise.due()).toMillis();
  }

  private CourseForecast course(int number, List<TaskForecast> tasks, List<List<Link>> told) {
    var course = layout.course(number);
    var finishes = tally.courseFinishes(number);
    var deadlines = new ArrayList<DeadlineForecast>();
    List<Link> chain = List.of();
    for (int place : layout.targetsOf(number).toArray()) {
      var target = layout.targets().get(place);
      var links = told.get(place);
      if (chain.isEmpty() || target.task() < 0) chain = links;
      target.promise().ifPresent(promise -> deadlines.add(deadline(place, promise, links)));
    }
    double success = (double) ended(finishes) / tally.draws();
    var finish = exact(number).orElseGet(() -> expected(finishes));
    return new CourseForecast(
        course.key(), course.workflow(), success, finish, deadlines, tasks, chain);
  }

  /// The end of a course where it is computed.
  private Optional<Expected> exact(int course) {
    return layout
        .targetsOf(course)
        .filter(place -> layout.targets().get(place).task() < 0)
        .mapToObj(exacts::get)
        .flatMap(Optional::stream)
        .map(exact -> exact.expected(layout.situation().now()))
        .findFirst();
  }

  private DeadlineForecast deadline(int place, Course.Promise promise, List<Link> chain) {
    var finishes = tally.finishes(place);
    long due = due(promise);
    var path = path(place);
    var knowledge = knowledge(path);
    var exact = exacts.get(place);
    if (exact.isPresent()) {
      var known = exact.get();
      return new DeadlineForecast(
          promise,
          known.chance(due),
          known.expected(layout.situation().now()),
          knowledge,
          path,
          chain);
    }
    double chance = (double) met(finishes, due) / finishes.length;
    return new DeadlineForecast(promise, chance, expected(finishes), knowledge, path, chain);
  }

  /// The tasks that decided the end in the draws in which it was reached.
  private List<DeadlineForecast.Critical> path(int place) {
    var seen = tally.seen(place);
    int reached = tally.reached(place);
    return seen.mostSeen(MOST_CRITICAL)
        .mapToObj(task ->
            new DeadlineForecast.Critical(
                layout.course(layout.courseOf(task)).key(),
                layout.definition(task).name(),
                (double) seen.of(task) / reached))
        .sorted(
            Comparator.comparingDouble(DeadlineForecast.Critical::chance)
                .reversed()
                .thenComparing(DeadlineForecast.Critical::course)
                .thenComparing(DeadlineForecast.Critical::task))
        .limit(MOST_CRITICAL)
        .toList();
  }

  /// The poorest of what is known of the tasks that are likely to decide. Those that hardly count
  /// are left out: the shortest, as long as together they are a twentieth of all that is not fixed,
  /// each at its longest (nine in ten).
  private Knowledge knowledge(List<DeadlineForecast.Critical> path) {
    var shortestFirst =
        path.stream()
            .filter(critical -> critical.chance() >= LIKELY)
            .map(this::lengths)
            .filter(lengths -> longest(lengths) > lengths.draw(ONE_IN_TEN))
            .sorted(Comparator.comparingDouble(Forecaster::longest))
            .toList();
    double little = LITTLE * shortestFirst.stream().mapToDouble(Forecaster::longest).sum();
    Knowledge poorest = new Knowledge.Own(Durations.MOST);
    double together = 0;
    for (var lengths : shortestFirst) {
      together += longest(lengths);
      if (together <= little) continue;
      if (worth(lengths.knowledge()) < worth(poorest)) poorest = lengths.knowledge();
    }
    return poorest;
  }

  private static double longest(Sampler lengths) {
    return lengths.draw(NINE_IN_TEN);
  }

  private Sampler lengths(DeadlineForecast.Critical critical) {
    int course = layout.courseOf(critical.course());
    return layout.work(layout.task(course, critical.task())).length();
  }

  private static int worth(Knowledge knowledge) {
    return switch (knowledge) {
      case Knowledge.None _ -> -2;
      case Knowledge.Borrowed _ -> -1;
      case Knowledge.Own(int samples) -> samples;
    };
  }

  private static int ended(long[] finishes) {
    return (int) Arrays.stream(finishes).filter(finish -> finish != State.NEVER).count();
  }

  private Expected expected(long[] finishes) {
    var sorted = finishes.clone();
    Arrays.sort(sorted);
    return new Expected(at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
  }

  private Optional<Instant> at(long[] sorted, double share) {
    long millis = sorted[Selection.place(share, sorted.length)];
    return millis == State.NEVER ? Optional.empty() : Optional.of(layout.instant(millis));
  }

  /// The tasks of each course, some at a time, so that what is kept of them is read in long lines.
  private Map<Integer, List<TaskForecast>> tasks() {
    var open = tally.open();
    var tasks = new HashMap<Integer, List<TaskForecast>>();
    for (int from = 0; from < open.length; from += BLOCK) {
      int to = Math.min(open.length, from + BLOCK);
      var starts = tally.starts(from, to);
      var ends = tally.ends(from, to);
      var slacks = tally.slacks(from, to);
      for (int at = from; at < to; at++) {
        var found = task(at, starts[at - from], ends[at - from], slacks[at - from]);
        tasks.computeIfAbsent(layout.courseOf(open[at]), _ -> new ArrayList<>()).add(found);
      }
    }
    return tasks;
  }

  private TaskForecast task(int at, float[] starts, float[] ends, float[] slacks) {
    int task = tally.open()[at];
    int half = Selection.place(0.5, starts.length);
    var middle = moment(Selection.find(ends, 0, ends.length, half));
    int tenth = Selection.place(0.1, ends.length);
    int ninth = Selection.place(0.9, ends.length);
    var early = moment(Selection.find(ends, 0, half + 1, tenth));
    var late = moment(Selection.find(ends, half, ends.length, ninth));
    float slack = Selection.find(slacks, 0, slacks.length, half);
    return new TaskForecast(
        layout.definition(task).name(),
        (double) tally.critical(task) / tally.traced(),
        slack == Float.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofMillis((long) slack)),
        moment(Selection.find(starts, 0, starts.length, half)),
        new Expected(early, middle, late),
        (double) tally.successes(at) / tally.draws(),
        layout.work(task).length().knowledge());
  }

  private Optional<Instant> moment(float millis) {
    return millis == Float.MAX_VALUE
        ? Optional.empty()
        : Optional.of(layout.instant((long) millis));
  }
}
