package outturn.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.cli.command.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class OutturnTest {
  private final Shell shell = new Shell();

  @Test
  void withoutArgumentsEveryCommandAndExitCodeIsTold() {
    var result = shell.run();

    assertThat(result.code()).isZero();
    for (var name : CommandName.values()) {
      assertThat(result.out()).containsPattern("(?m)^  %s +\\S".formatted(name.word()));
    }
    for (var code : ExitCode.values()) {
      assertThat(result.out()).containsPattern("(?m)^ +%d +\\S".formatted(code.number()));
    }
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(shell.run("--version").out()).startsWith("outturn ").hasLineCount(1);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamplesOfItself(List<String> command) {
    var words = new ArrayList<>(command);
    words.add("--help");

    var result = shell.run(words.toArray(String[]::new));

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("Usage: outturn " + String.join(" ", command))
        .contains("\nExamples:\n  outturn " + String.join(" ", command));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsInTheDocumentation(List<String> command) throws Exception {
    var root = Path.of(System.getProperty("outturn.root", ".."));

    assertThat(Files.readString(root.resolve("docs/cli.md")))
        .contains("\noutturn " + String.join(" ", command));
  }

  static Stream<List<String>> commands() {
    var line = new Shell().outturn(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    return leaves(line.commandLine());
  }

  private static Stream<List<String>> leaves(CommandLine line) {
    if (line.getSubcommands().isEmpty()) {
      var words = Arrays.asList(line.getCommandSpec().qualifiedName().split(" "));
      return Stream.of(words.subList(1, words.size()));
    }
    return line.getSubcommands().values().stream().flatMap(OutturnTest::leaves);
  }

  @ParameterizedTest
  @CsvSource({"rnu, run", "vaildate, validate", "logz, logs", "outcom, outcome"})
  void anUnknownCommandIsAnsweredWithTheNearestOne(String word, String meant) {
    var result = shell.run(word);

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            "outturn: unknown command '%s'; did you mean '%s'?\n  see: outturn --help\n"
                .formatted(word, meant));
  }

  @Test
  void anUnknownOptionIsAnsweredWithTheNearestOne() {
    assertThat(shell.run("runs", "--sate", "failed").err())
        .startsWith("outturn: unknown option '--sate'; did you mean '--state'?\n")
        .endsWith("see: outturn runs --help\n");
  }

  @ParameterizedTest
  @CsvSource({
    "run, missing required parameter",
    "show a b, one argument too many: 'b'",
    "secret, missing required subcommand",
    "secret get x, unknown command 'get'; did you mean 'set'?",
    "runs --limit many, is not an int",
    "run w --date tomorrow, is not a date; expected for example 2026-11-23",
    "user add mary --role boss, expected one of [viewer, operator, editor, owner, admin]",
    "user add mary, missing required option: '--role",
  })
  void whatIsWrongInACommandLineIsSaid(String line, String told) {
    var result = shell.run(line.split(" "));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).containsIgnoringCase(told).contains("--help");
  }

  @Test
  void commandsOfOthersAreFoundSuggestedAndTold() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var outturn = shell.outturn(out, err, new Serve());

    assertThat(outturn.run("server")).isEqualTo(7);
    assertThat(outturn.run("sever")).isEqualTo(2);
    assertThat(outturn.run("server", "--help")).isZero();
    outturn.run("--help");

    assertThat(err.toString(UTF_8)).contains("did you mean 'server'?");
    assertThat(out.toString(UTF_8))
        .contains("Starts the server.")
        .contains("Usage: outturn server");
  }

  @Command(name = "server", description = "Starts the server.")
  private static final class Serve implements Callable<Integer> {
    @Override
    public Integer call() {
      return 7;
    }
  }
}
