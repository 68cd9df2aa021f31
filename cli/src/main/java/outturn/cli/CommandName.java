package outturn.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The commands, in the order in which the help tells them.
enum CommandName {
  VALIDATE,
  SCHEMA,
  PLAN,
  APPLY,
  WORKFLOWS,
  RUN,
  RUNS,
  SHOW,
  LOGS,
  WHY,
  CANCEL,
  OUTCOMES,
  OUTCOME,
  MEASURES,
  OBSERVE,
  SECRET,
  USER,
  LOGIN;

  static Optional<CommandName> of(String word) {
    return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
