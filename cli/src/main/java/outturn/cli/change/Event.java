package outturn.cli.change;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// What is told of a dated event.
final class Event {
  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      description = "the day it happened or will happen")
  private @Nullable LocalDate date;

  @Option(
      names = "--type",
      required = true,
      paramLabel = "TYPE",
      description = "go-live, training, policy, outage, holiday, organisation or release")
  private String type = "";

  @Option(names = "--title", paramLabel = "TEXT", description = "as charts show it")
  private @Nullable String title;

  @Option(
      names = "--affects",
      split = ",",
      paramLabel = "MEASURE",
      description = "measures that it may move, with commas between")
  private List<String> affects = List.of();

  @Option(names = "--note", paramLabel = "TEXT", description = "kept with it")
  private @Nullable String note;

  void into(ObjectNode body) {
    body.put("date", String.valueOf(date));
    body.put("type", type);
    if (title != null) body.put("title", title);
    if (!affects.isEmpty()) affects.forEach(body.putArray("affects")::add);
    if (note != null) body.put("note", note);
  }
}
