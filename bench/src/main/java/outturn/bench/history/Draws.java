package outturn.bench.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.engine.run.RunId;

/// Names, dates and places in lists, drawn at random from what a server has.
///
/// @param oldest when the oldest of the runs was made
record Draws(RandomGenerator chance, List<String> workflows, Instant oldest, Instant now) {
  private static final int MOST_WORKFLOWS = 500;
  private static final Duration YEAR = Duration.ofDays(365);

  static Draws of(Client client, Instant now, long seed) {
    var answer = new Fields(client.send(Request.get("workflows").with("limit", MOST_WORKFLOWS)));
    var names =
        answer.list("items").stream()
            .map(item -> item.text("name"))
            .filter(name -> name.startsWith(HistoryProjects.workflow(0).replace("0", "")))
            .toList();
    if (names.isEmpty()) {
      throw new CommandFailed(
          ExitCode.REFUSED, "there are no runs to list", "make some with: outturn bench history");
    }
    return new Draws(
        RandomGeneratorFactory.of("L64X128MixRandom").create(seed), names, now.minus(YEAR), now);
  }

  private Instant time() {
    return oldest.plusMillis(chance.nextLong(Duration.between(oldest, now).toMillis()));
  }

  /// Where a page may begin: the id of a run that could be.
  String place() {
    return RunId.firstAt(time()).toString();
  }

  LocalDate date() {
    return LocalDate.ofInstant(time(), ZoneOffset.UTC);
  }

  String workflow() {
    return workflows.get(chance.nextInt(workflows.size()));
  }

  String project() {
    return HistoryProjects.project(chance.nextInt(HistoryProjects.PROJECTS));
  }
}
