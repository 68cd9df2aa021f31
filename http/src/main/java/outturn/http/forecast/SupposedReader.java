package outturn.http.forecast;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import outturn.definition.calendar.SupposedHoliday;
import outturn.definition.shape.Forms;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Call;
import outturn.runtime.forecast.Comparing;
import outturn.runtime.forecast.Supposed;

/// Reads what is supposed of the work to come from query parameters, each of which is a list with
/// commas.
final class SupposedReader {
  private SupposedReader() {}

  static Comparing.Wish read(Call call) {
    call.allow("holiday", "pool", "down", "longer", "without");
    var holidays = new ArrayList<SupposedHoliday>();
    var all = new ArrayList<Supposed>();
    read(
        call,
        "holiday",
        "dates such as 2026-12-24 or 2026-12-24@CALENDAR",
        SupposedHoliday::of,
        holidays);
    read(call, "pool", "sizes such as db=2, whole numbers from 0", SupposedReader::pool, all);
    read(call, "down", "such as db@2026-12-01T06:00:00Z", SupposedReader::down, all);
    read(
        call,
        "longer",
        "such as nightly/load=20m or nightly/load=x1.5",
        SupposedReader::longer,
        all);
    read(call, "without", "names of workflows", Supposed.Without::new, all);
    if (holidays.isEmpty() && all.isEmpty()) {
      throw Problem.of(
              Code.BAD_REQUEST,
              "expected at least one of the query parameters holiday, pool, down, longer and"
                  + " without")
          .refused();
    }
    return new Comparing.Wish(holidays, all);
  }

  private static <T> void read(
      Call call, String name, String expected, Function<String, ? extends T> reader, List<T> all) {
    call.query(name, expected, text -> each(text).stream().map(reader).toList())
        .ifPresent(all::addAll);
  }

  private static List<String> each(String text) {
    var parts = new ArrayList<String>();
    for (var part : text.split(",", -1)) if (!part.isBlank()) parts.add(part.strip());
    return parts;
  }

  private static Supposed pool(String text) {
    var parts = two(text, '=');
    int size = Integer.parseInt(parts.get(1));
    if (size < 0) throw new IllegalArgumentException(text);
    return new Supposed.Pool(parts.getFirst(), size);
  }

  /// @throws DateTimeParseException if the time is none
  private static Supposed down(String text) {
    var parts = two(text, '@');
    return new Supposed.Down(parts.getFirst(), Instant.parse(parts.get(1)));
  }

  private static Supposed longer(String text) {
    var parts = two(text, '=');
    var path = two(parts.getFirst(), '/');
    var by = parts.get(1);
    if (by.startsWith("x")) {
      double factor = Double.parseDouble(by.substring(1));
      if (!(factor > 0 && factor <= 1000)) throw new IllegalArgumentException(text);
      return new Supposed.Times(path.getFirst(), path.get(1), factor);
    }
    var length = Forms.durationOf(by).orElseThrow(() -> new IllegalArgumentException(text));
    return new Supposed.Longer(path.getFirst(), path.get(1), length);
  }

  private static List<String> two(String text, char between) {
    int at = text.indexOf(between);
    if (at < 1 || at == text.length() - 1) throw new IllegalArgumentException(text);
    return List.of(text.substring(0, at), text.substring(at + 1));
  }
}
