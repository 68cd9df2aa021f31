package outturn.definition.calendar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads documents of kind `calendar`.
public final class CalendarReader {
  private static final Key<List<Placed<String>>> UNION =
      Key.optional("union", names(), "Worked when any of these calendars works.");
  private static final Key<List<Placed<String>>> INTERSECTION =
      Key.optional("intersection", names(), "Worked when all of these calendars work.");
  private static final Key<List<Placed<String>>> MINUS =
      Key.optional("minus", names(), "Worked when the first works and none of the others.");

  public static final Shape SHAPE =
      new Shape(
          "calendar",
          Heading.KIND,
          Heading.NAME,
          Heading.TITLE,
          OwnDaysReader.WEEK,
          OwnDaysReader.HOLIDAYS,
          OwnDaysReader.OFF,
          OwnDaysReader.ON,
          OwnDaysReader.FILE,
          OwnDaysReader.YEARS,
          UNION,
          INTERSECTION,
          MINUS);

  private static final List<Key<List<Placed<String>>>> COMBINING =
      List.of(UNION, INTERSECTION, MINUS);
  private static final Map<Key<List<Placed<String>>>, Combination.How> HOW =
      Map.of(
          UNION, Combination.How.UNION,
          INTERSECTION, Combination.How.INTERSECTION,
          MINUS, Combination.How.MINUS);

  private final Function<String, Optional<byte[]>> files;
  private final Uses uses;
  private final Problems problems;

  /// @param files the files of the project, by path
  public CalendarReader(Function<String, Optional<byte[]>> files, Uses uses, Problems problems) {
    this.files = files;
    this.uses = uses;
    this.problems = problems;
  }

  private static Form<List<Placed<String>>> names() {
    return Groups.list(Forms.name().placed());
  }

  public WrittenCalendar read(Values values) {
    var name = values.text(Heading.NAME);
    var title = values.get(Heading.TITLE, name);
    var combining = COMBINING.stream().filter(values::has).toList();
    if (combining.isEmpty()) {
      var read = new OwnDaysReader(name, title, values, problems);
      return new WrittenCalendar.Own(read.read(path -> file(path)));
    }
    var key = combining.getFirst();
    checkAlone(key, combining, values);
    var parts = values.list(key);
    if (values.find(key).isPresent() && parts.size() < 2) {
      problems.add(
          values.position(key),
          "too-few",
          "%s takes at least two calendars".formatted(key.name()),
          "name another one");
    }
    parts.forEach(part -> uses.note(Use.Target.CALENDAR, part));
    return new WrittenCalendar.Combined(
        name, title, Optional.ofNullable(HOW.get(key)).orElseThrow(), parts, values.position(key));
  }

  private void checkAlone(Key<?> key, List<Key<List<Placed<String>>>> combining, Values values) {
    for (var second : combining.stream().skip(1).toList()) {
      problems.add(
          values.keyPosition(second),
          "one-of",
          "a calendar has one of union, intersection and minus",
          "make a calendar of each, and combine these");
    }
    for (var own : OwnDaysReader.KEYS) {
      if (!values.has(own)) continue;
      problems.add(
          values.keyPosition(own),
          "one-of",
          "a calendar with %s has no %s".formatted(key.name(), own.name()),
          "make a calendar of it, and combine that");
    }
  }

  private Optional<byte[]> file(Placed<String> path) {
    var folders = List.of(path.value().split("/", -1));
    if (path.value().startsWith("/") || folders.contains("..")) {
      problems.add(
          path.position(),
          "file-outside",
          "'%s' is outside of the project".formatted(path.value()),
          "put the file into the project's folder, and write its path from there");
      return Optional.empty();
    }
    return files.apply(uses.note(Use.Target.FILE, path));
  }
}
