package outturn.runtime.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.engine.decide.Change;
import outturn.engine.decide.Decided;
import outturn.engine.decide.Decider;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.engine.trigger.Wanted;
import outturn.runtime.decide.Inbox.Item;
import outturn.runtime.lease.Lease;
import outturn.store.journal.Journal;
import outturn.store.journal.Journal.Outcome;
import outturn.store.ownership.Claim;

/// The decision loop: takes what happened, lets the core decide, commits, and only then makes it
/// true.
///
/// One thread steps it. The world in memory runs ahead of the commit by one batch and is seen by
/// nobody else; when a commit does not succeed it is thrown away and rebuilt from rows.
public final class Decisions {
  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
  private static final int MOST_EVENTS = 1_000;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Lease lease;
  private final Inbox inbox;
  private final Memory memory;
  private final Journal journal;
  private final Effects effects;
  private final Post post;
  private final InstantSource clock;
  private final Refusals refusals;
  private final Sorting sorting;
  private final Alarms alarms = new Alarms();
  private Memory.@Nullable Loaded loaded;
  // Whose workers were heard of at the last roll call.
  private Set<Long> audible = Set.of();

  public Decisions(
      Lease lease,
      Inbox inbox,
      Memory memory,
      Journal journal,
      Effects effects,
      Post post,
      InstantSource clock) {
    this.lease = lease;
    this.inbox = inbox;
    this.memory = memory;
    this.journal = journal;
    this.effects = effects;
    this.post = post;
    this.clock = clock;
    this.refusals = new Refusals(memory, inbox, post);
    this.sorting = new Sorting(new Commands(memory), effects, post, inbox, refusals);
  }

  /// One pass, and then waits for something to come, a second at most.
  public void step() throws InterruptedException {
    inbox.await(pass().toNanos());
  }

  /// One pass: take what arrived and what is due, decide, commit, and only then make it true.
  ///
  /// @return how long there is nothing to do, unless something comes
  public Duration pass() {
    if (!lease.mayDecide()) {
      forget();
      return LONGEST_PAUSE;
    }
    if (loaded != null && (moves(loaded.claim()) || memory.released(loaded))) forget();
    if (loaded == null && !load()) return LONGEST_PAUSE;
    boolean resumes = effects.admit(Objects.requireNonNull(loaded).world());
    var now = clock.instant();
    remember(now);
    // What is due leaves a quarter of the batch to what has arrived.
    var due = alarms.due(now, MOST_EVENTS);
    var items =
        new ArrayList<Item>(inbox.take(Math.max(MOST_EVENTS / 4, MOST_EVENTS - due.size())));
    var claim = Objects.requireNonNull(loaded).claim();
    for (var event : post.collect(claim, now)) items.add(new Item.Told(event));
    for (var event : due) items.add(new Item.Told(event));
    var world = Objects.requireNonNull(loaded).world();
    memory.look(world, now).forEach(met -> items.add(new Item.Told(met)));
    if (!items.isEmpty() || unsettled() || resumes) decide(items, now);
    listen();
    return pause();
  }

  /// Whether this node is to take or give partitions, or has begun again.
  private boolean moves(Claim claim) {
    return !lease.even() || claim.fence().incarnation() != lease.incarnation();
  }

  /// Has the roll called when a worker is not heard of any more, and what it had to say is decided.
  private void listen() {
    var now = lease.audible();
    var known = loaded;
    if (known == null || unsettled() || now.containsAll(audible)) return;
    effects.rollCall().call(known.claim(), post);
    audible = now;
  }

  /// Whether the world is in memory and decisions are made.
  public boolean ready() {
    return loaded != null;
  }

  /// The world in memory, for who steps this: what it is now, and what it covers.
  public Optional<Memory.Loaded> memory() {
    return Optional.ofNullable(loaded);
  }

  /// Whether the last batch was full, so that the next one goes on without waiting for an event.
  private boolean unsettled() {
    return loaded != null && !loaded.world().settled();
  }

  private Duration pause() {
    if (loaded == null || unsettled() || !inbox.isEmpty()) return Duration.ZERO;
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
    effects.files().forget();
    post.forget();
  }

  private boolean load() {
    try {
      var fresh = memory.load(lease.incarnation());
      if (fresh.isEmpty()) {
        lease.hurry();
        return false;
      }
      resume(fresh.get());
      return loaded != null;
    } catch (RuntimeException failure) {
      LOG.warn("cannot read the state of runs; trying again: {}", failure.getMessage());
      forget();
      return false;
    }
  }

  private void resume(Memory.Loaded fresh) {
    loaded = fresh;
    effects.admit(fresh.world());
    long lapses = lease.lapses();
    var now = clock.instant();
    var decided = Decider.resume(fresh.world(), fresh.runs(), now);
    if (!(commit(decided) instanceof Outcome.Committed)) {
      forget();
      return;
    }
    release(decided, lapses);
    for (var scheduled : fresh.world().schedules().keySet()) inbox.tell(new Event.Due(scheduled));
    lease.taken(fresh.claim());
    audible = lease.audible();
    effects.rollCall().call(fresh.claim(), post);
    remember(now);
  }

  /// Sets the alarms of the timers that are due soon.
  private void remember(Instant now) {
    var partitions = Objects.requireNonNull(loaded).claim().partitions();
    for (var timer : memory.timersDueSoon(partitions, now))
      alarms.set(timer.due(), new Event.Woken(timer.timer()));
  }

  private void decide(List<Item> items, Instant now) {
    var known = Objects.requireNonNull(loaded);
    var world = known.world();
    var answers = new Answers();
    long lapses = lease.lapses();
    var events = sorting.events(world, known.claim(), items, answers, now);
    Decided decided;
    try {
      decided = Decider.decide(world, events, now);
    } catch (RuntimeException bug) {
      LOG.error("cannot decide", bug);
      single(items, "cannot be decided: " + bug);
      return;
    }
    switch (commit(decided)) {
      case Outcome.Committed _ -> {
        answers.give(decided);
        settle(events);
        release(decided, lapses);
      }
      case Outcome.Refused() -> {
        LOG.warn("what was decided is not ours to decide any more; reading anew");
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
      switch (event) {
        case Event.Reported(_, _, Event.Report.NeverStarted _) -> {}
        case Event.Reported(_, var token, _) -> post.settled(token);
        case Event.Delivered(_, var said) -> said.ifPresent(told -> settle(List.of(told)));
        case Event.Start _,
            Event.Acted _,
            Event.Wanted _,
            Event.Woken _,
            Event.Cancel _,
            Event.Operate _,
            Event.Answered _,
            Event.Due _,
            Event.TriggersApplied _,
            Event.Happened _,
            Event.Heard _,
            Event.Expired _,
            Event.NeedMet _,
            Event.PoliciesApplied _,
            Event.PoliciesTurned _,
            Event.WorthTold _,
            Event.Applied _ -> {}
      }
    }
  }

  /// What runs wait for may be there.
  private void lookSoon(Wanted wanted) {
    memory.lookSoon(wanted);
    inbox.ring();
  }

  private Outcome commit(Decided decided) {
    if (decided.changes().isEmpty()) return new Outcome.Committed();
    return journal.commit(Objects.requireNonNull(loaded).claim().fence(), decided.changes());
  }

  /// After a batch of unknown outcome: what workers said is said again, and counts once, by its
  /// token; whoever wants runs is told that he has to ask again.
  private void again(List<Item> items) {
    forget();
    for (var item : items) {
      switch (item) {
        case Item.Told(Event.Reported reported) -> inbox.tell(reported);
        // The roll is called again when memory has been read anew.
        case Item.Called _, Item.Told _ -> {}
        case Item.Asked(_, _, var answer) -> answer.completeExceptionally(Commands.unknown());
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
      refusals.refuse(items.getFirst(), why);
      return;
    }
    int half = items.size() / 2;
    for (var part : List.of(items.subList(0, half), items.subList(half, items.size()))) {
      if (loaded == null && !load()) {
        again(part);
      } else {
        decide(part, clock.instant());
      }
    }
  }

  /// @param lapses of the worker's lease before it was decided: what was to begin before one is not
  ///   begun after it
  private void release(Decided decided, long lapses) {
    var now = clock.instant();
    for (var effect : decided.effects()) {
      switch (effect) {
        case Effect.Wake(var timer, var due) -> {
          // A later one is read from its table in time: most are cleared before they are due.
          if (Memory.isSoon(due, now)) alarms.set(due, new Event.Woken(timer));
        }
        case Effect.LookAt(var schedule, var due) -> alarms.set(due, new Event.Due(schedule));
        case Effect.Dispatch dispatch -> effects.dispatch(dispatch, lapses);
        case Effect.Stop(_, var token, var urgency) -> post.stop(token, urgency);
        case Effect.Answer _ -> {}
        case Effect.Changed(var run, var state) -> effects.changed(run, state);
        case Effect.Expire(var trigger, var due) -> alarms.set(due, new Event.Expired(trigger));
        case Effect.PoliciesTurn(var due) -> alarms.set(due, new Event.PoliciesTurned());
        case Effect.LookForNeeds(var wanted) -> lookSoon(wanted);
        case Effect.LookForFile wait -> effects.files().look(wait);
        case Effect.LookNoMore(var token) -> effects.files().lookNoMore(token);
        case Effect.StaleReport(var attempt, _) ->
            LOG.info("a report about {} came when it was over, and counts for nothing", attempt);
      }
    }
    effects.committed(decided.changes());
    for (var change : decided.changes()) {
      if (change instanceof Change.MessageTaken(var message)) post.taken(message);
      if (change instanceof Change.EndTold) post.ring();
    }
  }
}
