package outturn.http.run;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far the logs of a run's attempts were read, as a text that a caller hands back.
///
/// Attempts are counted in the order in which they began; new ones come last.
final class LogCursor {
  private static final String DONE = "x";

  private int floor;
  private final SortedMap<Integer, Optional<LogPlace>> places = new TreeMap<>();

  /// The beginning of all logs.
  static LogCursor start() {
    return new LogCursor();
  }

  /// @throws IllegalArgumentException when the text is no cursor
  static LogCursor parse(String text) {
    var cursor = new LogCursor();
    var parts =
        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(";", -1);
    cursor.floor = Integer.parseInt(parts[0]);
    if (cursor.floor < 0) throw new IllegalArgumentException(text);
    for (int i = 1; i < parts.length; i++) {
      var pair = parts[i].split(":", 2);
      if (pair.length != 2) throw new IllegalArgumentException(text);
      var place =
          pair[1].equals(DONE) ? Optional.<LogPlace>empty() : Optional.of(LogPlace.parse(pair[1]));
      cursor.places.put(Integer.parseInt(pair[0]), place);
    }
    return cursor;
  }

  /// Attempts before this one are read to their ends.
  int floor() {
    return floor;
  }

  /// Where to go on with an attempt; empty when it was read to its end.
  Optional<LogPlace> place(int attempt) {
    if (attempt < floor) return Optional.empty();
    return places.getOrDefault(attempt, Optional.of(LogPlace.START));
  }

  void read(int attempt, LogPlace place) {
    places.put(attempt, Optional.of(place));
  }

  /// Nothing more comes of this attempt.
  void done(int attempt) {
    places.put(attempt, Optional.empty());
    while (places.containsKey(floor) && places.getOrDefault(floor, Optional.empty()).isEmpty()) {
      places.remove(floor++);
    }
  }

  @Override
  public String toString() {
    var text = new StringBuilder().append(floor);
    places.forEach((attempt, place) ->
        text.append(';')
            .append(attempt)
            .append(':')
            .append(place.map(LogPlace::text).orElse(DONE)));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
