package outturn.bench;

import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;

/// What a bench takes as its options.
///
/// @param command whose help says it, such as `bench due`
public record Usage(String command) {

  /// @throws CommandFailed when the value is smaller or larger
  public void range(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw misused("%s is from %d to %d".formatted(option, least, most));
    }
  }

  /// @throws CommandFailed when the value is smaller
  public void atLeast(String option, long value, long least) {
    if (value < least) throw misused("%s is at least %d".formatted(option, least));
  }

  public CommandFailed misused(String sentence) {
    return new CommandFailed(
        ExitCode.MISUSED, sentence, "see: outturn %s --help".formatted(command));
  }
}
