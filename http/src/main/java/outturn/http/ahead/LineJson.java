package outturn.http.ahead;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outturn.definition.ahead.Line;
import outturn.runtime.ahead.Ahead;

/// Lines as JSON.
public final class LineJson {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private LineJson() {}

  record Typical(double medianSeconds, double ninthSeconds, int runs) {
    static Typical of(outturn.definition.ahead.Typical typical) {
      return new Typical(seconds(typical.median()), seconds(typical.ninth()), typical.runs());
    }
  }

  public static Map<String, @Nullable Object> of(Ahead.Foreseen foreseen) {
    var line = foreseen.line();
    var schedule = line.starter().schedule();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("what", line.what().word());
    json.put("workflow", line.starter().workflow());
    json.put("project", foreseen.project());
    json.put("schedule", schedule.name());
    json.put("timing", schedule.timing().text());
    json.put("due", line.due());
    json.put("local", LOCAL.format(line.local()));
    json.put("timezone", schedule.zone().getId());
    json.put("last", line.last());
    json.put("count", line.count());
    json.put("everySeconds", line.step().isZero() ? null : seconds(line.step()));
    json.put("businessDate", date(line));
    json.put("typical", foreseen.typical().map(Typical::of).orElse(null));
    json.put("expectedEnd", foreseen.end().orElse(null));
    json.put("notes", notes(foreseen));
    return json;
  }

  private static @Nullable LocalDate date(Line line) {
    return line.what() instanceof Line.What.Starts(var date, _) ? date : null;
  }

  private static List<String> notes(Ahead.Foreseen foreseen) {
    return switch (foreseen.line().what()) {
      case Line.What.Starts(_, var notes) ->
          Stream.concat(notes.stream(), foreseen.begin().notes().stream()).toList();
      case Line.What.Skipped(var why) -> List.of(why);
      case Line.What.Unknown(var why) -> List.of(why);
    };
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
