package outturn.runtime.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.engine.decide.Change;
import outturn.engine.decide.Decided;
import outturn.engine.decide.Decider;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.runtime.decide.Inbox.Item;
import outturn.store.journal.Journal;
import outturn.store.journal.Journal.Outcome;

/// The decision loop: takes what happened, lets the core decide, commits, and only then makes it
/// true.
///
/// One thread steps it. The world in memory runs ahead of the commit by one batch and is seen by
/// nobody else; when a commit does not succeed it is thrown away and rebuilt from rows.
public final class Decisions {
  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
  private static final int MOST_EVENTS = 1_000;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Inbox inbox;
  private final Memory memory;
  private final Journal journal;
  private final Effects effects;
  private final Post post;
  private final InstantSource clock;
  private final Alarms alarms = new Alarms();
  private Memory.@Nullable Loaded loaded;

  public Decisions(
      Inbox inbox,
      Memory memory,
      Journal journal,
      Effects effects,
      Post post,
      InstantSource clock) {
    this.inbox = inbox;
    this.memory = memory;
    this.journal = journal;
    this.effects = effects;
    this.post = post;
    this.clock = clock;
  }

  /// One pass: take what arrived and what is due, decide, commit, and only then make it true. Waits
  /// for something to come, a second at most.
  ///
  /// @param mayDecide whether this node's own clock says that its lease still holds
  public void step(boolean mayDecide) throws InterruptedException {
    if (!mayDecide) {
      forget();
      inbox.await(LONGEST_PAUSE.toNanos());
      return;
    }
    if (loaded == null && !load()) return;
    inbox.await(pause().toNanos());
    var now = clock.instant();
    remember(now);
    var items = new ArrayList<Item>(inbox.take(MOST_EVENTS));
    for (var event : post.collect(now)) items.add(new Item.Told(event));
    for (var event : alarms.due(now, MOST_EVENTS)) items.add(new Item.Told(event));
    if (!items.isEmpty() || unsettled()) decide(items, now);
    if (!inbox.isEmpty()) inbox.ring();
  }

  /// Whether the world is in memory and decisions are made.
  public boolean ready() {
    return loaded != null;
  }

  /// Whether the last batch was full, so that the next one goes on without waiting for an event.
  private boolean unsettled() {
    return loaded != null && !loaded.world().settled();
  }

  private Duration pause() {
    if (unsettled()) return Duration.ZERO;
    var next = alarms.next();
    if (next.isEmpty()) return LONGEST_PAUSE;
    var until = Duration.between(clock.instant(), next.get());
    if (until.isNegative()) return Duration.ZERO;
    return until.compareTo(LONGEST_PAUSE) < 0 ? until : LONGEST_PAUSE;
  }

  /// Forgets the world; the next step builds it anew from rows.
  private void forget() {
    loaded = null;
    alarms.clear();
    post.forget();
  }

  private boolean load() throws InterruptedException {
    try {
      var fresh = memory.load();
      loaded = fresh;
      var now = clock.instant();
      var decided = Decider.resume(fresh.world(), fresh.runs(), now);
      if (!(commit(decided) instanceof Outcome.Committed)) {
        forget();
        return false;
      }
      release(decided);
      for (var scheduled : fresh.world().schedules().keySet()) inbox.tell(new Event.Due(scheduled));
      effects.reconcile(fresh);
      remember(now);
      return true;
    } catch (RuntimeException failure) {
      LOG.warn("cannot read the state of runs; trying again: {}", failure.getMessage());
      forget();
      inbox.await(LONGEST_PAUSE.toNanos());
      return false;
    }
  }

  /// Sets the alarms of the timers that are due soon.
  private void remember(Instant now) {
    for (var timer : memory.timersDueSoon(now))
      alarms.set(timer.due(), new Event.Woken(timer.timer()));
  }

  private void decide(List<Item> items, Instant now) {
    var world = Objects.requireNonNull(loaded).world();
    var events = new ArrayList<Event>();
    var answers = new Answers();
    for (var item : items) {
      switch (item) {
        case Item.Told(var event) -> events.add(event);
        case Item.Ordered(var runs, var answer) -> {
          var ids = runs.stream().map(_ -> world.ids().next(now)).toList();
          events.addAll(NewRun.events(runs, ids));
          answers.owe(answer, ids);
        }
      }
    }
    var decided = Decider.decide(world, events, now);
    switch (commit(decided)) {
      case Outcome.Committed _ -> {
        answers.give(decided.changes());
        settle(events);
        release(decided);
      }
      case Outcome.Refused(var partition) -> {
        LOG.warn("partition {} is no longer ours under this generation; reading anew", partition);
        again(items);
      }
      case Outcome.Unknown(var why) -> {
        LOG.warn("the outcome of a commit is not known ({}); reading anew", why);
        again(items);
      }
      case Outcome.Unfit(var why) -> single(items, why);
    }
  }

  private void settle(List<Event> committed) {
    for (var event : committed) {
      if (event instanceof Event.Reported(_, var token, _)) effects.settled(token);
    }
  }

  private Outcome commit(Decided decided) {
    if (decided.changes().isEmpty()) return new Outcome.Committed();
    return journal.commit(Objects.requireNonNull(loaded).generations(), decided.changes());
  }

  /// After a batch of unknown outcome: what workers said is said again, and counts once, by its
  /// token; whoever wants runs is told that he has to ask again.
  private void again(List<Item> items) {
    forget();
    for (var item : items) {
      switch (item) {
        case Item.Told(Event.Reported reported) -> inbox.tell(reported);
        case Item.Told _ -> {}
        case Item.Ordered(_, var answer) ->
            answer.completeExceptionally(
                new NotDone(
                    NotDone.Why.UNKNOWN,
                    "the database was lost while the runs were written: they may have been started,"
                        + " or not; ask again with the same idempotency key"));
      }
    }
  }

  /// A value that the database does not take: the batch is halved until the one event is found,
  /// which is refused and recorded; its neighbours are not.
  private void single(List<Item> items, String why) {
    forget();
    if (items.isEmpty()) return;
    if (items.size() == 1) {
      refuse(items.getFirst(), why);
      return;
    }
    int half = items.size() / 2;
    for (var part : List.of(items.subList(0, half), items.subList(half, items.size()))) {
      if (loaded == null && !loadedNow()) {
        again(part);
      } else {
        decide(part, clock.instant());
      }
    }
  }

  private boolean loadedNow() {
    try {
      return load();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void refuse(Item item, String why) {
    switch (item) {
      case Item.Ordered(_, var answer) ->
          answer.completeExceptionally(new NotDone(NotDone.Why.UNFIT, why));
      case Item.Told(var event) -> {
        LOG.error("refused: {}: {}", event, why);
        memory.recordRefused(event, why);
        refusedReport(event, why).ifPresent(inbox::tell);
      }
    }
  }

  /// An attempt whose end cannot be stored as it was told has failed: its run must not wait for
  /// ever.
  private static Optional<Event> refusedReport(Event event, String why) {
    if (!(event instanceof Event.Reported(var attempt, var token, var report))) {
      return Optional.empty();
    }
    return Effects.storable(report, why).map(told -> new Event.Reported(attempt, token, told));
  }

  private void release(Decided decided) {
    for (var effect : decided.effects()) {
      switch (effect) {
        case Effect.Wake(var timer, var due) -> alarms.set(due, new Event.Woken(timer));
        case Effect.LookAt(var schedule, var due) -> alarms.set(due, new Event.Due(schedule));
        case Effect.Dispatch dispatch -> effects.dispatch(dispatch);
        case Effect.Stop(_, var token) -> effects.stop(token);
        case Effect.Changed(var run, var state) -> effects.changed(run, state);
        case Effect.StaleReport(var attempt, _) ->
            LOG.info("a report about {} came when it was over, and counts for nothing", attempt);
      }
    }
    for (var change : decided.changes()) {
      if (change instanceof Change.MessageTaken(var message)) post.taken(message);
    }
  }
}
