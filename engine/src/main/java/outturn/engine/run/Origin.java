package outturn.engine.run;

/// Who or what ordered a run.
public sealed interface Origin {
  /// A person or a program, by its user name.
  record User(String name) implements Origin {}

  /// A schedule, by the id of its row.
  record Schedule(long id) implements Origin {}

  /// An event, by the trigger that is about it: `workflow/trigger`.
  record Trigger(String name) implements Origin {}

  /// An attempt of a `call` task of another run.
  record Parent(AttemptId attempt) implements Origin {}
}
