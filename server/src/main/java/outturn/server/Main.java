package outturn.server;

import java.io.PrintStream;
import java.util.Optional;

/// The entry of the executable jar.
public final class Main {
  private static final int DONE = 0;
  private static final int MISUSED = 2;

  private static final String HELP =
      """
      Outturn runs an organisation's workflows and shows which business outcomes they produced.

      usage: outturn --version | --help
      """;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  /// Runs one command line and answers the exit code: 0 done, 2 misused.
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    var word = arguments.length == 0 ? "--help" : arguments[0];
    return switch (word) {
      case "--version" -> {
        out.println("outturn " + version());
        yield DONE;
      }
      case "--help", "help" -> {
        out.print(HELP);
        yield DONE;
      }
      default -> {
        err.println("outturn: unknown command '%s'; try: outturn --help".formatted(word));
        yield MISUSED;
      }
    };
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(not built as a jar)");
  }
}
