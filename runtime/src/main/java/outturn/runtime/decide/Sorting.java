package outturn.runtime.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.engine.decide.Event;
import outturn.engine.decide.World;
import outturn.engine.run.RunId;
import outturn.runtime.decide.Inbox.Item;
import outturn.store.mailbox.Mailbox;
import outturn.store.ownership.Claim;

/// Tells what is decided here from what others decide.
final class Sorting {
  private static final Logger LOG = LoggerFactory.getLogger(Sorting.class);

  private final Commands commands;
  private final Effects effects;
  private final Post post;
  private final Inbox inbox;
  private final Refusals refusals;

  Sorting(Commands commands, Effects effects, Post post, Inbox inbox, Refusals refusals) {
    this.commands = commands;
    this.effects = effects;
    this.post = post;
    this.inbox = inbox;
    this.refusals = refusals;
  }

  /// What is decided here becomes an event; the rest goes to the nodes that decide about it.
  ///
  /// @param claim under which it is decided
  List<Event> events(World world, Claim claim, List<Item> items, Answers answers, Instant now) {
    var events = new ArrayList<Event>();
    var toOthers = new ArrayList<Event.Reported>();
    var messages = new HashSet<Long>();
    for (var item : items) {
      switch (item) {
        case Item.Told(Event.Reported reported) when !Ours.decides(world, reported) ->
            toOthers.add(reported);
        // Under a claim that is over: who was heard of then is not who is there now.
        case Item.Called(_, var fence) when !fence.equals(claim.fence()) -> {}
        case Item.Called(var reported, _) -> events.add(reported);
        // A message stays for the node that hosts its partition by now.
        case Item.Told(var event) when !Ours.decides(world, event) -> {}
        // It was fetched again after memory had been read anew.
        case Item.Told(Event.Delivered(var message, _)) when !messages.add(message) -> {}
        case Item.Told(Event.Delivered(var message, var said))
            when said.isPresent() && said.get() instanceof Event.Operate operate ->
            commands
                .delivered(world, operate)
                .ifPresentOrElse(
                    told -> events.add(new Event.Delivered(message, Optional.of(told))),
                    () -> post.later(message));
        case Item.Told(var event) -> events.add(event);
        case Item.Asked asked -> commands.asked(world, asked, answers).ifPresent(events::add);
        case Item.Ordered(var runs, var answer) when !Ours.decides(world, runs) ->
            answer.completeExceptionally(
                new NotDone(NotDone.Why.ELSEWHERE, "another node decides for these runs"));
        case Item.Ordered(var runs, var answer) ->
            answers.owe(answer, started(world, runs, events, now));
      }
    }
    toOthers.forEach(this::send);
    return events;
  }

  private static List<RunId> started(
      World world, List<NewRun> runs, List<Event> events, Instant now) {
    var ids = runs.stream().map(run -> world.newId(run.version(), run.order(), now)).toList();
    events.addAll(NewRun.events(runs, ids));
    return ids;
  }

  /// Tells the node that decides about the run what nobody else tells; now, or with the next batch.
  private void send(Event.Reported reported) {
    boolean begun = !(reported.report() instanceof Event.Report.NeverStarted);
    if (begun && !effects.ours(reported.token())) return;
    try {
      post.send(List.of(reported));
    } catch (Mailbox.Unfit unfit) {
      refusals.refuse(new Item.Told(reported), String.valueOf(unfit.getMessage()));
    } catch (RuntimeException failure) {
      LOG.warn("cannot send a report to another node; trying again: {}", failure.getMessage());
      inbox.tell(reported);
    }
  }
}
