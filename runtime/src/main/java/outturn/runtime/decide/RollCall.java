package outturn.runtime.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outturn.engine.decide.Event;
import outturn.engine.decide.Event.Report;
import outturn.runtime.lease.Lease;
import outturn.runtime.work.Worker;
import outturn.store.journal.Truth;
import outturn.store.journal.Truth.Running;
import outturn.store.ownership.Claim;
import outturn.store.ownership.Nodes;

/// Asks for every attempt whose row says that it runs whether somebody has it. Those whose worker
/// is not heard of any more are lost; those that no worker of this host ever began are sent again.
public final class RollCall {
  private final Truth truth;
  private final Nodes nodes;
  private final Worker worker;
  private final Lease lease;
  private final Inbox inbox;
  // Of earlier servers on this host: the ledger knows what they began.
  private final Set<Long> predecessors;

  public RollCall(Truth truth, Nodes nodes, Worker worker, Lease lease, Inbox inbox) {
    this.truth = truth;
    this.nodes = nodes;
    this.worker = worker;
    this.lease = lease;
    this.inbox = inbox;
    this.predecessors = Set.copyOf(nodes.predecessors(lease.incarnation()));
  }

  /// What earlier servers on this host left: none of it is under way any more, and what never began
  /// is told before others can take it for lost. Once, at the start.
  public void answerForPredecessors(Post post) {
    if (predecessors.isEmpty()) return;
    var neverBegun =
        truth.runningAt(predecessors).stream()
            .filter(running -> !worker.mayHaveStarted(running.token()))
            .map(running -> reported(running, new Report.NeverStarted()))
            .toList();
    post.send(neverBegun);
    nodes.silence(predecessors);
  }

  /// @param claim of the partitions that are decided here
  void call(Claim claim, Post post) {
    var others = new HashSet<>(lease.audible());
    others.removeIf(worker -> lease.own(worker) || predecessors.contains(worker));
    for (var running : truth.runningElsewhere(claim.partitions(), others)) {
      if (worker.has(running.token())) continue;
      inbox.called(reported(running, fate(running)), claim.fence());
    }
    post.send(neverBegunForOthers(claim));
  }

  private Report fate(Running running) {
    boolean here = lease.own(running.worker()) || predecessors.contains(running.worker());
    if (!here) return new Report.Lost();
    boolean begun = !lease.own(running.worker()) && worker.mayHaveStarted(running.token());
    return begun ? new Report.Lost() : new Report.NeverStarted();
  }

  /// Attempts of this worker's, of runs that others decide by now, which it was never told of: the
  /// partition moved while their commit was under way.
  private List<Event.Reported> neverBegunForOthers(Claim claim) {
    var left = new ArrayList<Event.Reported>();
    for (var running : truth.runningAt(lease.held())) {
      boolean ours = claim.partitions().contains(running.attempt().run().partition());
      if (!ours && !worker.has(running.token())) {
        left.add(reported(running, new Report.NeverStarted()));
      }
    }
    return left;
  }

  private static Event.Reported reported(Running running, Report report) {
    return new Event.Reported(running.attempt(), running.token(), report);
  }
}
