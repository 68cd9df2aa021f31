package outturn.engine.trigger;

import outturn.definition.trigger.Trigger;
import outturn.engine.run.Version;

/// A trigger in force.
///
/// @param version the one that says it
public record Armed(Version version, String workflow, Trigger trigger) {

  /// `workflow/trigger`, unique on a server.
  public String name() {
    return workflow + "/" + trigger.name();
  }
}
