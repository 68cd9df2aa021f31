package outturn.bench.load;

import java.time.Duration;
import java.util.List;
import outturn.bench.load.Api.Ended;
import outturn.cli.client.Client;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;

/// Puts loads on a server, and makes sure that all of it was done.
public final class Bench {
  private static final String SUCCEEDED = "succeeded";

  private final Api api;
  private final Sender sender;

  /// @param pace from one run of a trickle to the next
  public Bench(Client client, Deadline deadline, Duration pace) {
    this.api = new Api(client);
    this.sender = new Sender(api, deadline, pace);
  }

  /// Applies the bench's project, and sends a part of the load so that the server is warm.
  public void prepare(Load load) throws InterruptedException {
    var chain = load.shape().isChain() ? load.tasks() : Shape.CHAIN.usualTasks();
    load.pool()
        .ifPresentOrElse(
            pool -> api.apply(BenchPool.NAME, BenchPool.files(chain, pool)),
            () -> api.apply(BenchProject.NAME, BenchProject.files(chain)));
    var workflow = load.workflow();
    if (api.live(workflow, 1) > 0) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "not measured: runs of %s, of an earlier or another bench, have not ended"
              .formatted(workflow),
          "see them with: outturn runs --state waiting,running --workflow " + workflow,
          "wait until they have ended, or end them: outturn cancel RUN");
    }
    latencies(load, sender.warmUp(load));
  }

  /// Sends a load and waits until all of it has ended.
  public Sent send(Load load) throws InterruptedException {
    return sender.send(load);
  }

  /// How long each run took, after a look at whether all of them succeeded: as the client saw it,
  /// or else by the server's clock from when it was made to its end.
  public List<Duration> latencies(Load load, Sent sent) {
    var ended = api.ended(load.workflow(), sent.ids());
    var failed = ended.stream().filter(run -> !run.state().equals(SUCCEEDED)).toList();
    if (!failed.isEmpty()) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "not measured: %d of %d runs did not succeed".formatted(failed.size(), ended.size()),
          "look at one: outturn show " + failed.getFirst().id());
    }
    if (ended.size() != sent.ids().size()) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "not measured: the server lists %d of the %d runs that were sent as ended"
              .formatted(ended.size(), sent.ids().size()),
          "look at them: outturn runs --workflow " + load.workflow());
    }
    if (!sent.latencies().isEmpty()) return sent.latencies();
    return ended.stream().map(Ended::took).toList();
  }
}
