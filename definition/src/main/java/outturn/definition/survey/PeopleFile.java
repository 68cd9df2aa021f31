package outturn.definition.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import outturn.definition.survey.Population.Person;
import outturn.definition.text.Nearest;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Reads a CSV file of people: a header, then one line for each. Cells in `"` may hold commas.
final class PeopleFile {
  /// Coarse groups have many people each.
  static final int MOST_GROUPS = 12;

  private static final int MOST_PROBLEMS = 20;

  private final String file;
  private final Columns columns;
  private final List<Language> languages;
  private final Problems problems;
  private int told;

  /// Which column is what.
  ///
  /// @param language empty when all have the survey's first one
  record Columns(String address, Optional<String> language, List<String> groups) {}

  PeopleFile(String file, Columns columns, List<Language> languages, Problems problems) {
    this.file = file;
    this.columns = columns;
    this.languages = languages;
    this.problems = problems;
  }

  List<Person> read(String text) {
    var lines = text.startsWith("\uFEFF") ? text.substring(1).split("\\R") : text.split("\\R");
    var header = cells(lines[0]);
    var places = places(header);
    if (places.isEmpty()) return List.of();
    var people = new ArrayList<Person>();
    var seen = new HashSet<String>();
    for (var index = 1; index < lines.length; index++) {
      if (lines[index].isBlank()) continue;
      var cells = cells(lines[index]);
      if (cells.size() != header.size()) {
        tell(index, "%d cells; the header has %d".formatted(cells.size(), header.size()));
        continue;
      }
      person(index, cells, places.get(), seen).ifPresent(people::add);
    }
    checkGroups(people);
    return people;
  }

  private Optional<Map<String, Integer>> places(List<String> header) {
    var wanted = new ArrayList<String>(List.of(columns.address()));
    columns.language().ifPresent(wanted::add);
    wanted.addAll(columns.groups());
    var places = new LinkedHashMap<String, Integer>();
    for (var column : wanted) {
      var place = header.indexOf(column);
      if (place < 0) {
        problems.add(
            Position.startOf(file),
            "unknown-column",
            "there is no column '%s'".formatted(column),
            Nearest.hint(column, header));
        return Optional.empty();
      }
      places.put(column, place);
    }
    return Optional.of(places);
  }

  private Optional<Person> person(
      int index, List<String> cells, Map<String, Integer> places, Set<String> seen) {
    var address = cell(cells, places, columns.address()).toLowerCase(Locale.ROOT);
    if (!Person.isAddress(address)) {
      tell(index, "expected an address such as ann@example.org, found '%s'".formatted(address));
      return Optional.empty();
    }
    if (!seen.add(address)) {
      tell(index, "the address '%s' comes twice; each person stands once".formatted(address));
      return Optional.empty();
    }
    var groups = columns.groups().stream().map(column -> cell(cells, places, column)).toList();
    if (groups.contains("")) {
      tell(index, "a group is missing; every person has one of each attribute");
      return Optional.empty();
    }
    return Optional.of(new Person(address, language(cells, places), groups));
  }

  private Language language(List<String> cells, Map<String, Integer> places) {
    var code = columns.language().map(column -> cell(cells, places, column)).orElse("");
    return languages.stream()
        .filter(language -> language.code().equals(code.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(languages.getFirst());
  }

  private void checkGroups(List<Person> people) {
    for (var place = 0; place < columns.groups().size(); place++) {
      var groups = new TreeSet<String>();
      for (var person : people) groups.add(person.groups().get(place));
      if (groups.size() <= MOST_GROUPS) continue;
      problems.add(
          Position.startOf(file),
          "too-fine",
          "the column '%s' has %d groups, and an attribute has at most %d"
              .formatted(columns.groups().get(place), groups.size(), MOST_GROUPS),
          "use coarser groups: answers of fine ones tell who gave them");
    }
  }

  private void tell(int index, String what) {
    if (told++ < MOST_PROBLEMS) {
      problems.add(new Position(file, index + 1, 1), "bad-person", what, "correct this line");
    }
  }

  private static String cell(List<String> cells, Map<String, Integer> places, String column) {
    return cells.get(places.getOrDefault(column, 0));
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    for (var index = 0; index < line.length(); index++) {
      var letter = line.charAt(index);
      if (letter == '"') {
        if (quoted && index + 1 < line.length() && line.charAt(index + 1) == '"') {
          cell.append('"');
          index++;
        } else {
          quoted = !quoted;
        }
      } else if (letter == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
