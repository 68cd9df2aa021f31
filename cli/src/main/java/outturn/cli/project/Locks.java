package outturn.cli.project;

import java.util.ArrayList;
import java.util.List;
import outturn.cli.client.Fields;

/// Analysis plans that are locked and that a project changes, as a server tells them.
record Locks(List<Fields> broken) {
  static Locks of(Fields answer) {
    return new Locks(answer.list("locked"));
  }

  boolean isNothing() {
    return broken.isEmpty();
  }

  /// A line for each, and what differs: with `-` what is locked, with `+` what the files say.
  List<String> lines() {
    var lines = new ArrayList<String>();
    for (var each : broken) {
      lines.add(
          "the analysis plan of %s is locked since %s"
              .formatted(each.text("outcome"), each.text("lockedAt").substring(0, 10)));
      each.texts("locked").forEach(line -> lines.add("  - " + line));
      each.texts("now").forEach(line -> lines.add("  + " + line));
    }
    return lines;
  }
}
