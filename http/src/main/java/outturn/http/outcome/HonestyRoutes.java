package outturn.http.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outturn.evidence.score.Brier;
import outturn.evidence.score.Reliability;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.honesty.Honesty;
import outturn.outcome.honesty.Promised;
import outturn.runtime.outcome.TrackRecord;

/// All forecasts that people accepted against what came.
public final class HonestyRoutes {
  private final TrackRecord record;

  public HonestyRoutes(TrackRecord record) {
    this.record = record;
  }

  private record Told(
      String sentence,
      Optional<Score> score,
      List<Fifth> reliability,
      List<Item> items,
      Periods periods) {}

  /// The forecasts that the server made by itself.
  private record Periods(
      String sentence, int count, Optional<Score> score, List<Fifth> reliability) {
    static Periods of(Honesty honesty) {
      var scored = honesty.periods();
      return new Periods(
          honesty.periodSentence(),
          scored.count(),
          scored.brier().map(Score::of),
          scored.rows().stream().map(Fifth::of).toList());
    }
  }

  private record Score(double brier, Optional<Double> skill, int count) {
    static Score of(Brier brier) {
      return new Score(brier.score(), known(brier.skill()), brier.count());
    }
  }

  private record Fifth(
      double from, double to, int count, Optional<Double> chance, Optional<Double> reached) {
    static Fifth of(Reliability.Row row) {
      return new Fifth(
          row.from(), row.to(), row.count(), known(row.chance()), known(row.reached()));
    }
  }

  private record Item(
      String outcome,
      String measure,
      int version,
      Promised.Aim aim,
      double chance,
      Instant at,
      String came) {
    static Item of(Promised promised) {
      return new Item(
          promised.outcome(),
          promised.measure(),
          promised.version(),
          promised.aim(),
          promised.chance(),
          promised.at(),
          promised.came().name().toLowerCase(Locale.ROOT));
    }
  }

  public Answer show(Call call) {
    call.allow();
    var honesty = record.honesty();
    return Answer.json(
        new Told(
            honesty.sentence(),
            honesty.brier().map(Score::of),
            honesty.rows().stream().map(Fifth::of).toList(),
            honesty.promised().stream().map(Item::of).toList(),
            Periods.of(honesty)));
  }

  private static Optional<Double> known(double number) {
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }
}
