package outturn.cli.evidence.yaml;

import java.util.Comparator;
import java.util.function.BiFunction;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.csv.Fault;
import outturn.cli.csv.InputFile;
import outturn.cli.csv.InputRefused;
import outturn.cli.csv.Place;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;
import outturn.definition.text.YamlFile;

/// A YAML file of one document; the first thing that is wrong in it refuses the whole.
public final class OneDocument {
  private OneDocument() {}

  /// @param file as the user wrote it
  /// @param thing what the document is: `business case`
  /// @param reader makes a value of the document, and tells what is wrong
  public static <T> T read(
      Environment environment, String file, String thing, BiFunction<Node, Problems, T> reader) {
    var problems = new Problems();
    var documents =
        YamlFile.read(file, InputFile.bytes(environment, file, "a YAML file"), problems);
    if (problems.isEmpty() && documents.size() != 1) {
      throw InputRefused.at(
          new Place(file, 0),
          Fault.EMPTY,
          "expected one %s, found %d".formatted(thing, documents.size()),
          "write one YAML document");
    }
    var values = documents.stream().map(each -> reader.apply(each, problems)).toList();
    if (problems.isEmpty()) return values.getFirst();
    throw refused(file, problems);
  }

  /// A key that is misspelt explains the one that is missing above it.
  private static CommandFailed refused(String file, Problems problems) {
    var first =
        problems.sorted().stream()
            .min(Comparator.comparing(problem -> !problem.code().equals("unknown-key")))
            .orElseThrow();
    return InputRefused.of(
        new Place(file, first.line()), first.code(), first.message(), first.hint());
  }
}
