package outturn.definition.reference;

import java.util.Locale;
import outturn.definition.text.Position;

/// A name in one object that must be found among others.
public record Use(Target target, String name, Position position) {

  /// Where the name is looked up.
  public enum Target {
    WORKFLOW,
    CONNECTION,
    POOL,
    LOCK,
    CALENDAR,
    CHANNEL,
    GROUP,
    SERVICE,
    CHANGE,
    MEASURE,
    OUTCOME,
    /// An objective, or an outcome that is the objective of another; in a project without
    /// objectives it is a word.
    OBJECTIVE,
    SURVEY,
    /// `workflow/deadline`.
    DEADLINE,
    /// `workflow/task`.
    TASK,
    /// `survey/item`.
    ITEM,
    /// A path from the project's root.
    FILE;

    /// The word for messages.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
