package outturn.definition.flow;

import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;

/// Reads `runbook:`, what a person does when the work needs one.
public final class Runbook {
  public static final Key<Placed<String>> RUNBOOK =
      Key.optional(
          "runbook",
          Forms.text().placed(),
          "What a person does when it failed or waits for one: a file of the project, an address or a text.");

  private Runbook() {}

  /// A text has blanks; one word is an address, or a file that has to be there.
  public static String read(Placed<String> written, Uses uses) {
    var word = written.value();
    boolean path = !word.contains("://") && word.chars().noneMatch(Character::isWhitespace);
    return path ? uses.note(Use.Target.FILE, written) : word;
  }
}
