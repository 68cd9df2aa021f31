package outturn.http.forecast;

import java.time.Duration;
import java.util.List;
import outturn.engine.forecast.Words;
import outturn.engine.postmortem.Part;
import outturn.store.forecast.PastWork;

/// Says a part of a lateness in words.
final class PartWords {
  private final Words words;

  PartWords(Words words) {
    this.words = words;
  }

  String of(Part part, List<PastWork.Worked> holders) {
    return switch (part.kind()) {
      case START -> "the run began %s after it was due".formatted(length(part.took()));
      case WAIT -> "%s waited %s%s".formatted(part.task(), length(part.took()), held(holders));
      case RETRY -> "%s failed and was tried again: %s".formatted(part.task(), length(part.took()));
      case WORK -> work(part);
      case MARGIN ->
          part.usual().isNegative()
              ? "the usual course ends %s after the deadline"
                  .formatted(length(part.usual().negated()))
              : "the usual course leaves %s until the deadline".formatted(length(part.usual()));
    };
  }

  private String held(List<PastWork.Worked> holders) {
    if (holders.isEmpty()) return " to begin";
    var first = holders.getFirst();
    return " for a pool, held by %s of %s until %s"
        .formatted(first.task(), first.workflow(), words.time(first.until()));
  }

  private static String work(Part part) {
    var late = part.late();
    var than =
        late.abs().toSeconds() < 30
            ? "as usual"
            : "%s %s than usual".formatted(length(late.abs()), late.isNegative() ? "less" : "more");
    return "%s took %s, %s".formatted(part.task(), length(part.took()), than);
  }

  private static String length(Duration length) {
    if (length.compareTo(Duration.ofMinutes(1)) < 0) return length.toSeconds() + " s";
    return Math.round(length.toSeconds() / 60.0) + " min";
  }
}
