package outturn.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import outturn.definition.pool.Lock;
import outturn.definition.workflow.Retry;
import outturn.definition.workflow.Task;
import outturn.engine.duration.Sampler;
import outturn.engine.play.Job;
import outturn.engine.play.Net;
import outturn.engine.play.Numbers;

/// A situation by numbers, and the names behind the numbers.
final class Layout {
  private static final Sampler NOTHING = Sampler.fixed(Duration.ZERO);
  private static final Work NO_WORK = new Work(Standing.WAITING, NOTHING, Map.of());

  private final Situation situation;
  private final long seed;
  private final Net net = new Net();
  private final Map<String, Integer> pools = new LinkedHashMap<>();
  private final List<String> poolNames = new ArrayList<>();
  private final Map<String, Integer> courses = new HashMap<>();
  private final Map<String, Integer> workflows = new HashMap<>();
  private final List<Integer> firsts = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private final List<Integer> firstTargets = new ArrayList<>();

  /// An end that matters: what was promised of a course, or its end where nothing was.
  ///
  /// @param course its number
  /// @param task the number of the task whose end it is, or -1 for the end of the course
  record Target(int course, int task, Optional<Course.Promise> promise) {}

  /// A task by its course and its place in the graph of that; of a rival by its place among these.
  record Place(int course, int task) {}

  Layout(Situation situation, long seed) {
    this.situation = situation;
    this.seed = seed;
    new TreeMap<>(situation.pools()).forEach(this::pool);
    for (var resize : situation.resizes()) {
      Optional.ofNullable(pools.get(resize.pool()))
          .ifPresent(pool -> net.resize(pool, millis(resize.at()), resize.size()));
    }
    var all = situation.courses();
    for (int number = 0; number < all.size(); number++) courses.put(all.get(number).key(), number);
    for (var course : all) add(course);
    for (int number = 0; number < all.size(); number++) addTasks(number, all.get(number));
    for (int number = 0; number < situation.rivals().size(); number++) addRival(number);
  }

  private int pool(String name, int size) {
    int number = Slot.is(name) ? net.slots(size) : net.pool(size);
    pools.put(name, number);
    poolNames.add(name);
    return number;
  }

  private void add(Course course) {
    int workflow = workflows.computeIfAbsent(course.workflow(), _ -> workflows.size());
    net.course(
        Numbers.key(seed, course.key()),
        workflow,
        millis(course.begin().earliest()),
        known(course.begin().depends()),
        known(course.begin().turns()));
  }

  /// The number of a course that is in the situation.
  int courseOf(String key) {
    return Objects.requireNonNull(courses.get(key), key);
  }

  private List<Integer> known(List<String> keys) {
    return keys.stream().filter(courses::containsKey).map(courses::get).distinct().toList();
  }

  private void addTasks(int number, Course course) {
    var key = Numbers.key(seed, course.key());
    firsts.add(places.size());
    for (int place = 0; place < course.graph().size(); place++) {
      var task = course.graph().task(place);
      var work = course.works().getOrDefault(task.name(), NO_WORK);
      var job =
          new Job(
              number,
              Numbers.key(key, task.name()),
              work.length(),
              task.rules(),
              notBefore(work.standing()),
              task.rules().priority().orElse(course.priority()),
              asks(work.pools()));
      places.add(new Place(number, place));
      int at = net.task(job);
      for (var need : task.needs()) net.need(task(number, need.task()), at, need);
      stand(at, work.standing());
    }
    firstTargets.add(targets.size());
    targets.addAll(targets(number, course));
  }

  private List<Target> targets(int number, Course course) {
    if (course.promises().isEmpty()) return List.of(new Target(number, -1, Optional.empty()));
    return course.promises().stream()
        .map(promise -> {
          int task = promise.task().map(name -> task(number, name)).orElse(-1);
          return new Target(number, task, Optional.of(promise));
        })
        .toList();
  }

  private void addRival(int number) {
    var rival = situation.rivals().get(number);
    var rules = new Task.Rules(Retry.NEVER, Optional.empty(), Map.of(), Task.OnLost.FAIL);
    long key = Numbers.key(Numbers.key(seed, "rival"), rival.name());
    places.add(new Place(-1, number));
    int at = net.task(new Job(-1, key, rival.length(), rules, 0, 1, asks(rival.pools())));
    net.running(at, millis(rival.since()), 1);
  }

  private Map<Integer, Integer> asks(Map<String, Integer> asked) {
    var asks = new HashMap<Integer, Integer>();
    asked.forEach((name, amount) -> {
      if (amount <= 0) return;
      if (pools.containsKey(name)) asks.put(pools.get(name), amount);
      else if (Lock.is(name)) asks.put(pool(name, Lock.WHOLE), amount);
    });
    return asks;
  }

  private long notBefore(Standing standing) {
    return standing instanceof Standing.NotBefore(var until, _) ? millis(until) : 0;
  }

  private void stand(int at, Standing standing) {
    switch (standing) {
      case Standing.Waiting _, Standing.NotBefore _ -> {}
      case Standing.Ready(var since, int attempt) -> net.ready(at, millis(since), attempt);
      case Standing.Running(var since, int attempt) ->
          net.running(at, Math.min(0, millis(since)), attempt);
      case Standing.Delayed(var until, int attempt) -> net.delayed(at, millis(until), attempt);
      case Standing.Ended(var end, var ended) -> net.ended(at, end, Math.min(0, millis(ended)));
      case Standing.Person _ -> net.stuck(at);
    }
  }

  private long millis(Instant instant) {
    return Duration.between(situation.now(), instant).toMillis();
  }

  Instant instant(long millis) {
    return situation.now().plusMillis(millis);
  }

  Situation situation() {
    return situation;
  }

  Net net() {
    return net;
  }

  List<Target> targets() {
    return targets;
  }

  /// The places of the targets of a course.
  IntStream targetsOf(int course) {
    boolean last = course + 1 == firstTargets.size();
    int until = last ? targets.size() : firstTargets.get(course + 1);
    return IntStream.range(firstTargets.get(course), until);
  }

  Course course(int number) {
    return situation.courses().get(number);
  }

  /// The number of a task of a course.
  int task(int course, String name) {
    return firsts.get(course) + course(course).graph().place(name);
  }

  int first(int course) {
    return firsts.get(course);
  }

  boolean isRival(int task) {
    return places.get(task).course() < 0;
  }

  int courseOf(int task) {
    return places.get(task).course();
  }

  Rival rival(int task) {
    return situation.rivals().get(places.get(task).task());
  }

  Task definition(int task) {
    return course(courseOf(task)).graph().task(places.get(task).task());
  }

  Work work(int task) {
    return course(courseOf(task)).works().getOrDefault(definition(task).name(), NO_WORK);
  }

  String poolName(int pool) {
    return poolNames.get(pool);
  }

  /// Whether it has ended before the forecast.
  boolean isOver(int task) {
    return !isRival(task) && work(task).standing() instanceof Standing.Ended;
  }
}
