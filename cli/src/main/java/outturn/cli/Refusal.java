package outturn.cli;

import java.util.List;
import java.util.Optional;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;
import outturn.definition.text.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells on the error stream why a command was not done: `outturn: what`, and below it what to do.
final class Refusal implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Terminal terminal;

  Refusal(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed)
      throws Exception {
    if (!(thrown instanceof CommandFailed failed)) throw thrown;
    tell(failed.sentence(), failed.details());
    return failed.exitCode().number();
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    var command = wrong.getCommandLine();
    var help = "see: %s --help".formatted(command.getCommandSpec().qualifiedName());
    var unknown = unknownWord(wrong);
    if (unknown.isPresent()) {
      tell(unknown.get(), List.of(help));
    } else {
      tell(firstLower(String.valueOf(wrong.getMessage())), List.of(help));
    }
    return ExitCode.MISUSED.number();
  }

  private static Optional<String> unknownWord(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) return Optional.empty();
    var command = wrong.getCommandLine();
    var word = unmatched.getUnmatched().getFirst();
    if (word.startsWith("-")) {
      return Optional.of(
          "unknown option '%s'%s"
              .formatted(word, near(word, command.getCommandSpec().optionsMap().keySet())));
    }
    if (command.getSubcommands().isEmpty()) {
      return Optional.of("one argument too many: '%s'".formatted(word));
    }
    return Optional.of(
        "unknown command '%s'%s".formatted(word, near(word, command.getSubcommands().keySet())));
  }

  private static String near(String word, Iterable<String> words) {
    return Nearest.to(word, words).map("; did you mean '%s'?"::formatted).orElse("");
  }

  private static String firstLower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private void tell(String sentence, List<String> details) {
    terminal.out().flush();
    var about = terminal.painted(new Cell("outturn:", Style.BAD));
    terminal.remark(about + " " + Cell.of(sentence).text());
    details.forEach(detail -> terminal.remark("  " + Cell.of(detail).text()));
  }
}
