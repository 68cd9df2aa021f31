package outturn.runtime.decide;

import java.util.List;
import outturn.engine.decide.Event;
import outturn.engine.decide.World;
import outturn.engine.run.Partition;

/// What this node decides, and what another one does: each decides for the partitions it hosts.
final class Ours {
  private Ours() {}

  /// Whether what an event is about is decided here.
  static boolean decides(World world, Event event) {
    return switch (event) {
      case Event.Reported(var attempt, _, _) -> world.hosts(attempt.run().partition());
      case Event.Cancel(var run, _) -> world.hosts(run.partition());
      case Event.Operate operate -> world.hosts(operate.command().run().partition());
      case Event.Answered answered -> world.hosts(answered.run().partition());
      case Event.Applied(var project, _, _, _) -> world.hosts(Partition.ofProject(project));
      case Event.Delivered(_, var said) -> said.isEmpty() || decides(world, said.get());
      case Event.Wanted(var version, var order, _) -> {
        var home = version.home(order);
        yield home.isPresent() ? world.hosts(home.getAsInt()) : world.hostsAny();
      }
      case Event.TriggersApplied(var project, _, _) -> world.hosts(Partition.ofProject(project));
      case Event.Happened(_, _, var came) -> world.hosts(came.partition());
      case Event.Heard(_, var partition) -> world.hosts(partition);
      case Event.NeedMet(var run, _) -> world.hosts(run.partition());
      // Its row stays for the node that hosts the run by now.
      case Event.Woken(var timer) -> world.hosts(timer.run().partition());
      case Event.Start _,
          Event.Acted _,
          Event.Due _,
          Event.Expired _,
          Event.PoliciesApplied _,
          Event.PoliciesTurned _,
          Event.WorthTold _ ->
          true;
    };
  }

  /// Whether all of these runs can be decided here.
  static boolean decides(World world, List<NewRun> runs) {
    return world.hostsAny()
        && runs.stream()
            .map(run -> run.version().home(run.order()))
            .allMatch(home -> home.isEmpty() || world.hosts(home.getAsInt()));
  }
}
