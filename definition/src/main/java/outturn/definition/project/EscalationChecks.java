package outturn.definition.project;

import java.util.LinkedHashMap;
import java.util.List;
import outturn.definition.notify.Channel;
import outturn.definition.reference.Circle;
import outturn.definition.text.Problems;

/// Checks that what nobody acknowledges comes to an end somewhere.
final class EscalationChecks {
  private final Catalog<Channel> channels;
  private final Problems problems;

  EscalationChecks(Catalog<Channel> channels, Problems problems) {
    this.channels = channels;
    this.problems = problems;
  }

  void check() {
    var edges = new LinkedHashMap<String, List<String>>();
    for (var channel : channels.all()) {
      edges.put(
          channel.name(),
          channel.manner().escalation().stream().map(Channel.Escalation::to).toList());
    }
    Circle.in(edges)
        .ifPresent(circle ->
            channels
                .position(circle.getFirst())
                .ifPresent(position ->
                    problems.add(
                        position,
                        "cycle",
                        "channels escalate in a circle: " + String.join(" to ", circle),
                        "take one of these escalations away")));
  }
}
