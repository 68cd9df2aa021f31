package outturn.http.ahead;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import outturn.definition.calendar.SupposedHoliday;
import outturn.definition.whatif.Supposition;
import outturn.http.route.Call;

/// Reads what is supposed from query parameters, each of which is a list with commas.
final class SuppositionReader {
  private SuppositionReader() {}

  static Supposition read(Call call) {
    var holidays =
        call.query(
            "holiday",
            "dates such as 2026-12-24 or 2026-12-24@CALENDAR",
            text -> each(text).stream().map(SupposedHoliday::of).toList());
    Set<String> workflows = new TreeSet<>();
    Map<String, Set<String>> tasks = new TreeMap<>();
    for (var name : each(call.query("without").orElse(""))) {
      int slash = name.indexOf('/');
      if (slash < 0) {
        workflows.add(name);
      } else {
        tasks
            .computeIfAbsent(name.substring(0, slash), _ -> new TreeSet<>())
            .add(name.substring(slash + 1));
      }
    }
    var pools =
        call.query("pool", "sizes such as db=2, whole numbers from 0", SuppositionReader::pools);
    var supposition =
        new Supposition(holidays.orElse(List.of()), workflows, tasks, pools.orElse(Map.of()));
    if (supposition.isEmpty()) {
      throw Asked.bad("expected at least one of the query parameters holiday, without and pool");
    }
    return supposition;
  }

  private static List<String> each(String text) {
    var parts = new ArrayList<String>();
    for (var part : text.split(",", -1)) if (!part.isBlank()) parts.add(part.strip());
    return parts;
  }

  private static Map<String, Integer> pools(String text) {
    var pools = new TreeMap<String, Integer>();
    for (var each : each(text)) {
      var parts = each.split("=", -1);
      if (parts.length != 2) throw new IllegalArgumentException(each);
      int size = Integer.parseInt(parts[1]);
      if (size < 0) throw new IllegalArgumentException(each);
      pools.put(parts[0], size);
    }
    return pools;
  }
}
