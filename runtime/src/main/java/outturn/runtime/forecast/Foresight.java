package outturn.runtime.forecast;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import outturn.definition.calendar.SupposedHoliday;
import outturn.engine.forecast.Situation;
import outturn.engine.pool.Lane;
import outturn.engine.run.RunId;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.forecast.Candidate.Ties;
import outturn.runtime.forecast.learn.Learning;
import outturn.runtime.forecast.learn.Lengths;
import outturn.runtime.live.RunWatch;
import outturn.runtime.project.InForce;
import outturn.store.forecast.LiveIds;
import outturn.store.forecast.Predictions;
import outturn.store.forecast.TaskDurations;
import outturn.store.project.ProjectReader;
import outturn.store.run.RunReader;

/// Foresees how the runs end that have deadlines, and those that are to come: whenever something of
/// one has changed, and as time goes by.
///
/// Each node foresees all runs for those who ask it; what is kept and told is kept and told once.
/// It takes a tenth of a core at most: with more to do than that, what is due first goes first.
public final class Foresight implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration BREATH = Duration.ofMillis(5);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofSeconds(15);

  // Twice as far back as the last sweep.
  private static final Duration RECENT = Duration.ofSeconds(30);

  private static final Duration PLAN = Duration.ofMinutes(1);

  // Longer than a start is still to come.
  private static final Duration ARRIVED = Duration.ofMinutes(10);

  private static final Duration BURST = Duration.ofMillis(500);
  private static final Duration READ = Duration.ofMillis(250);
  private static final long READS = 20;
  private static final long RESTS = 50;

  private final Ground ground;
  private final Consumer<Collection<Foreseen>> told;
  private final InstantSource clock;
  private final Allowance allowance;
  private final Learning learning;
  private final Lengths lengths;
  private final Watchlist watchlist;
  private final Plan plan;
  private final Keeping keeping;
  private final Warning warning;
  private final Board board;
  private final RunWatch.Watching everything;
  private final AtomicBoolean changed = new AtomicBoolean(true);
  private final Semaphore news = new Semaphore(0);

  // Of the loop; others read them.
  private volatile Circle circle = Circle.NOBODY;
  private volatile Map<String, Candidate> runs = new ConcurrentSkipListMap<>();
  private volatile Map<String, Integer> pools = Map.of();
  private volatile Map<Lane, Integer> slots = Map.of();

  // Of the loop alone.
  private long stamp = -1;
  private Instant looked = Instant.EPOCH;
  private Instant swept = Instant.EPOCH;
  private Instant planned = Instant.EPOCH;
  private Instant regrouped = Instant.EPOCH;
  private Instant reads = Instant.EPOCH;
  private List<StartToCome> coming = List.of();
  private final Map<String, Instant> arrived = new HashMap<>();
  private Shortage shortage = Shortage.NONE;
  private boolean regroup = true;

  /// What is looked at.
  ///
  /// @param slots of all workers together
  /// @param held whether nothing goes on, as in a restored copy
  public record Ground(
      InForce inForce,
      Ahead ahead,
      RunWatch watch,
      ProjectReader projects,
      Supplier<Map<Lane, Integer>> slots,
      BooleanSupplier held) {}

  /// Where it is read and kept.
  public record Rows(
      RunReader runs, LiveIds live, TaskDurations durations, Predictions predictions) {}

  /// @param told hears of what is foreseen anew
  /// @param ticker monotonic, in nanoseconds
  /// @param cpu the CPU time of the thread that steps, in nanoseconds
  public Foresight(
      Ground ground,
      Rows rows,
      Consumer<Collection<Foreseen>> told,
      InstantSource clock,
      LongSupplier ticker,
      LongSupplier cpu) {
    this.ground = ground;
    this.told = told;
    this.clock = clock;
    this.allowance = new Allowance(ticker, cpu);
    this.board = new Board(cpu);
    this.learning = new Learning(rows.durations(), clock);
    this.lengths = new Lengths(learning);
    this.watchlist =
        new Watchlist(rows.live(), rows.runs(), ground.inForce(), ground.watch(), news::release);
    this.plan = new Plan(ground.inForce(), ground.ahead());
    this.keeping = new Keeping(rows.predictions());
    this.warning = new Warning(rows.predictions());
    this.everything = ground.watch().watchAll(() -> changed.set(true));
  }

  /// All that is foreseen now, by the name of the course.
  public Map<String, Foreseen> all() {
    return board.foreseen();
  }

  public Optional<Foreseen> of(RunId run) {
    return Optional.ofNullable(board.foreseen().get(run.toString()));
  }

  /// What the forecasts were made of, by the name of the group.
  public Map<String, Situation> situations() {
    return board.situations();
  }

  /// What forecasts are made of now, for those who suppose something of it.
  OtherDays.Basis basis() {
    var room = new OtherDays.Room(pools, slots, board.foreseen());
    var all = new TreeMap<>(runs);
    return new OtherDays.Basis(ground.inForce(), plan, circle, all, room, lengths, clock.instant());
  }

  /// What to say of supposed holidays that are in no calendar of the schedules in force.
  Optional<String> missing(List<SupposedHoliday> holidays) {
    return ground.ahead().missing(holidays);
  }

  /// One pass.
  public void step() {
    if (ground.held().getAsBoolean() || !allowance.isLeft()) return;
    allowance.reads();
    long begin = allowance.now();
    var now = clock.instant();
    boolean looks = !now.isBefore(looked.plus(LOOK));
    if (looks) look(now);
    if (!circle.all().isEmpty()) {
      if (!now.isBefore(reads)) move(now);
      watchlist.come(() -> goesOn(begin)).forEach(run -> come(run, now));
      allowance.computes();
      if (regroup && !now.isBefore(regrouped)) group(now);
      if (looks) missed(now);
      foresee(now, begin);
      allowance.reads();
      if (looks) write(now);
    }
    allowance.rests();
  }

  /// Between two passes: until something of a run has changed, 50 ms at most. 5 ms at least, so
  /// that what changes together is read together.
  public void pause() throws InterruptedException {
    Thread.sleep(BREATH);
    if (news.tryAcquire(PAUSE.toMillis(), MILLISECONDS)) news.drainPermits();
  }

  /// What is in force, which runs there are, and which will come.
  private void look(Instant now) {
    looked = now;
    if (ground.inForce().stamp() != stamp) define();
    if (circle.all().isEmpty()) return;
    if (!now.isBefore(swept.plus(SWEEP))) {
      swept = now;
      watchlist.sweep(circle);
    } else if (changed.getAndSet(false)) {
      watchlist.look(circle, now.minus(RECENT));
    }
    watchlist.sweepOn();
    learning.learn();
    pools = ground.projects().pools(circle.projects());
    if (!now.isBefore(planned.plus(PLAN))) {
      planned = now;
      arrived.values().removeIf(at -> at.plus(ARRIVED).isBefore(now));
      coming = plan.starts(circle, now, arrived::containsKey);
      slots = ground.slots().get();
      regroup = true;
    }
  }

  /// Something else is in force.
  private void define() {
    stamp = ground.inForce().stamp();
    circle = Circle.of(ground.inForce().workflows());
    learning.keepOnly(circle.all());
    planned = Instant.EPOCH;
    swept = Instant.EPOCH;
    if (!circle.all().isEmpty()) return;
    watchlist.close();
    coming = List.of();
    runs.clear();
    board.group(Map.of(), Map.of());
  }

  /// A run is seen for the first time.
  private void come(LiveRun run, Instant now) {
    if (run.run().order().due().isPresent()) arrived.put(run.subject().start(), now);
    warning.early(null, run, run.samplers(lengths));
    if (run.ended()) warning.ended(run.run().id());
    regroup = true;
  }

  /// Reads what has changed, and then not for twenty times as long as that took: where much
  /// changes, it is read together. Reading takes half of the allowance at most.
  private void move(Instant now) {
    long began = allowance.now();
    var all = watchlist.moved(() -> allowance.now() - began < READ.toNanos());
    for (var moved : all) {
      var after = moved.after();
      var usual = after.samplers(lengths);
      warning.early(moved.before(), after, usual);
      board.touch(after.key());
      runs.put(after.key(), after);
      if (!after.ended()) continue;
      runs.remove(after.key());
      board.ended(after.key());
      learning.ended(after.subject().workflow());
      keeping.ended(after.run().id());
      warning.ended(after.run().id());
      regroup = true;
    }
    if (!all.isEmpty()) reads = now.plusNanos(READS * (allowance.now() - began));
  }

  private void write(Instant now) {
    keeping.write();
    warning.tell(now);
  }

  private boolean goesOn(long begin) {
    return allowance.isLeft() && allowance.now() - begin < BURST.toNanos();
  }

  /// The runs that live, and those to come.
  private Map<String, Candidate> all(Instant now) {
    var all = new ConcurrentSkipListMap<String, Candidate>();
    for (var run : watchlist.all()) all.put(run.key(), run);
    for (var start : coming) {
      boolean toCome = !start.isOverdue(now) && !arrived.containsKey(start.key());
      if (toCome) all.put(start.key(), start);
    }
    plan.awaited(all.values(), now).forEach(start -> all.put(start.key(), start));
    return all;
  }

  /// Divides the runs anew, and not again for fifty times as long as that took.
  private void group(Instant now) {
    long began = allowance.now();
    regroup = false;
    runs = all(now);
    shortage = Shortage.of(runs.values(), board.foreseen(), slots, now);
    var ties = new HashMap<String, Ties>();
    runs.forEach((key, run) -> {
      var policies = ground.inForce().policies(run.subject().project());
      ties.put(key, run.ties(policies).with(shortage.pools(key)));
    });
    board.group(runs, ties);
    regrouped = now.plusNanos(RESTS * (allowance.now() - began));
  }

  /// What was to come has not come. What has come goes when runs are divided anew, so that who
  /// waits for it never misses it.
  private void missed(Instant now) {
    for (var start : coming) if (start.isOverdue(now)) runs.remove(start.key());
  }

  private void foresee(Instant now, long begin) {
    var anew =
        board.foresee(now, runs, some -> joining(some, now).situation(), () -> goesOn(begin));
    if (anew.isEmpty()) return;
    keeping.keep(anew);
    for (var each : anew) {
      if (!(runs.get(each.subject().key()) instanceof LiveRun live)) continue;
      warning.predicted(live, each);
      var usual = live.samplers(lengths);
      warning.unusual(live, each, usual);
    }
    told.accept(anew);
  }

  private Joining joining(List<Candidate> some, Instant now) {
    return new Joining(some, pools, shortage, ground.inForce()::policies, lengths, now);
  }

  @Override
  public void close() {
    everything.close();
    watchlist.close();
  }
}
