package outturn.http.workflow;

import outturn.definition.workflow.Action;

/// What a task does, in the word of its key.
public final class Does {
  private Does() {}

  public static String word(Action action) {
    return switch (action) {
      case Action.Nothing _ -> "nothing";
      case Action.Run(Action.Command.Arguments _, _) -> "run";
      case Action.Run(Action.Command.Shell _, _) -> "shell";
      case Action.Sql _ -> "sql";
      case Action.Http _ -> "http";
      case Action.Wait _ -> "wait";
      case Action.Call _ -> "call";
      case Action.Approval _ -> "approval";
      case Action.Collect _ -> "collect";
    };
  }
}
