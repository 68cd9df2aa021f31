package outturn.http.forecast;

import java.time.Duration;
import outturn.engine.forecast.Words;
import outturn.engine.postmortem.Part;
import outturn.runtime.forecast.PostMortems;

/// Says a part of a lateness in words.
final class PartWords {
  private final Words words;

  PartWords(Words words) {
    this.words = words;
  }

  String of(Part part, PostMortems.Pools pools) {
    return switch (part.kind()) {
      case START -> "the run began %s after it was due".formatted(length(part.took()));
      case WAIT -> "%s waited %s%s".formatted(part.task(), length(part.took()), held(pools));
      case RETRY ->
          "earlier attempts of %s, with the pauses after them: %s"
              .formatted(part.task(), length(part.took()));
      case WORK -> work(part);
      case MARGIN ->
          part.usual().isNegative()
              ? "the usual course ends %s after the deadline"
                  .formatted(length(part.usual().negated()))
              : "the usual course leaves %s until the deadline".formatted(length(part.usual()));
    };
  }

  private String held(PostMortems.Pools pools) {
    if (pools.holders().isEmpty()) return " to begin";
    var first = pools.holders().getFirst();
    return " for pool %s, held by %s of %s (run %s) until %s"
        .formatted(
            String.join(" and ", pools.names()),
            first.task(),
            first.workflow(),
            first.run(),
            words.time(first.until()));
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
