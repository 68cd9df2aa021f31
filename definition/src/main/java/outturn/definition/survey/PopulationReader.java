package outturn.definition.survey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads `population:` of a survey.
final class PopulationReader {
  /// Two, so that it can be told what their groups reveal together.
  private static final int MOST_ATTRIBUTES = 2;

  private static final Key<Placed<String>> FILE =
      Key.optional("file", Forms.text().placed(), "A CSV file of the project, one line a person.");
  private static final Key<String> ADDRESS =
      Key.optional("address", Forms.text(), "The column with addresses of mail; email.");
  private static final Key<String> LANGUAGE =
      Key.optional("language", Forms.text(), "The column with en or de.");
  private static final Key<List<String>> GROUPS =
      Key.optional(
          "groups", Groups.oneOrMany(Forms.text()), "Columns by which answers are grouped; two.");
  private static final Key<Placed<String>> GROUP =
      Key.optional("group", Forms.name().placed(), "A group whose members are addresses of mail.");

  static final Key<Values> POPULATION =
      Key.required(
          "population",
          new Shape("population", FILE, ADDRESS, LANGUAGE, GROUPS, GROUP).form(),
          "The people of whom some are asked.");

  private final Function<String, Optional<byte[]>> files;
  private final Uses uses;
  private final Problems problems;

  PopulationReader(Function<String, Optional<byte[]>> files, Uses uses, Problems problems) {
    this.files = files;
    this.uses = uses;
    this.problems = problems;
  }

  Population read(Values values, List<Language> languages) {
    if (values.has(FILE) == values.has(GROUP)) {
      problems.add(values.position(), "one-of", "a population is one of file and group");
    }
    if (values.has(GROUP)) {
      for (var key : List.of(ADDRESS, LANGUAGE, GROUPS)) {
        if (!values.has(key)) continue;
        problems.add(
            values.keyPosition(key),
            "misplaced-key",
            "'%s' is for a population in a file".formatted(key.name()));
      }
      return new Population(
          values.find(GROUP).map(group -> uses.note(Use.Target.GROUP, group)),
          List.of(),
          List.of());
    }
    var attributes = values.list(GROUPS);
    if (attributes.size() > MOST_ATTRIBUTES) {
      problems.add(
          values.position(GROUPS),
          "out-of-range",
          "expected at most %d attributes, found %d".formatted(MOST_ATTRIBUTES, attributes.size()),
          "each further one makes it easier to tell who gave an answer");
    }
    return new Population(
        Optional.empty(),
        attributes,
        values.find(FILE).map(file -> people(file, values, languages)).orElse(List.of()));
  }

  private List<Population.Person> people(
      Placed<String> file, Values values, List<Language> languages) {
    uses.note(Use.Target.FILE, file);
    var columns =
        new PeopleFile.Columns(
            values.get(ADDRESS, "email"), values.find(LANGUAGE), values.list(GROUPS));
    return files
        .apply(file.value())
        .map(bytes ->
            new PeopleFile(file.value(), columns, languages, problems)
                .read(new String(bytes, StandardCharsets.UTF_8)))
        .orElse(List.of());
  }
}
