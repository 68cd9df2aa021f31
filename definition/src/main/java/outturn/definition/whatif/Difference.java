package outturn.definition.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.ahead.Line;

/// A start that would be gone, would come anew, or would be for another date or in another number.
public record Difference(Kind kind, Line line, Optional<String> why) {
  /// What would become of a start.
  public enum Kind {
    GONE,
    ADDED,
    CHANGED
  }

  /// All differences, in order.
  ///
  /// @param before what will be
  /// @param after what would be
  public static List<Difference> between(List<Line> before, List<Line> after) {
    var will = starts(before);
    var would = starts(after);
    var skipped = new LinkedHashMap<Line.Place, String>();
    for (var line : after) {
      if (line.what() instanceof Line.What.Skipped(var why)) skipped.put(anyhow(line), why);
    }
    var found = new ArrayList<Difference>();
    will.forEach((place, line) -> {
      if (!would.containsKey(place)) {
        var why = Optional.ofNullable(skipped.get(anyhow(line)));
        found.add(new Difference(Kind.GONE, line, why));
      }
    });
    would.forEach((place, line) -> {
      var known = will.get(place);
      if (known == null) {
        found.add(new Difference(Kind.ADDED, line, Optional.empty()));
      } else if (known.count() != line.count() || !known.what().equals(line.what())) {
        found.add(new Difference(Kind.CHANGED, line, Optional.of(was(known))));
      }
    });
    found.sort((one, other) -> one.line().compareTo(other.line()));
    return found;
  }

  private static Map<Line.Place, Line> starts(List<Line> lines) {
    var starts = new LinkedHashMap<Line.Place, Line>();
    for (var line : lines) {
      if (line.what() instanceof Line.What.Starts) starts.put(line.place(), line);
    }
    return starts;
  }

  private static Line.Place anyhow(Line line) {
    return new Line.Place(line.due(), line.starter().workflow(), line.place().schedule(), "");
  }

  private static String was(Line line) {
    var date =
        line.what() instanceof Line.What.Starts(var businessDate, _) ? businessDate.toString() : "";
    return line.count() == 1
        ? "it was for " + date
        : "there were %d starts, for %s".formatted(line.count(), date);
  }
}
