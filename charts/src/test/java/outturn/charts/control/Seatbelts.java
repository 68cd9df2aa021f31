package outturn.charts.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import outturn.evidence.season.Adjustment;
import outturn.evidence.season.Model;
import outturn.evidence.season.Season;
import outturn.evidence.season.SeasonalAdjustment;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.PhaseStart;
import outturn.evidence.xmr.Xmr;
import outturn.evidence.xmr.XmrChart;
import outturn.evidence.xmr.XmrOptions;

/// Car drivers killed or seriously injured in Great Britain, 1969 to 1984, as the example of a
/// chart.
public final class Seatbelts {
  /// February 1978 to January 1983.
  private static final Window BASELINE = new Window(109, 169);

  private Seatbelts() {}

  public static ControlChart chart() {
    Series raw = drivers();
    Season season = new Season(12, Model.MULTIPLICATIVE, BASELINE);
    Series adjusted =
        switch (SeasonalAdjustment.of(raw, season)) {
          case Adjustment.Adjusted found -> found.series();
          case Adjustment.Refused refused -> throw new IllegalStateException(refused.detail());
        };
    XmrOptions options =
        XmrOptions.standard(Direction.LOWER_IS_BETTER)
            .withPhases(PhaseStart.at(BASELINE.from()), PhaseStart.at(BASELINE.to()));
    XmrChart xmr = Xmr.of(adjusted, options);
    Caption caption =
        new Caption(
            "Car drivers killed or seriously injured",
            "Great Britain, seasonally adjusted by the years before the seat belt law.");
    return ControlChart.of(caption, Quantity.amount("drivers a month"), months(raw.size()), xmr)
        .withBackground("before seasonal adjustment", raw)
        .withBaseline(BASELINE)
        .withChange(LocalDate.of(1983, 1, 31), "seat belts compulsory")
        .withTarget(1400);
  }

  private static List<LocalDate> months(int count) {
    LocalDate first = LocalDate.of(1969, 1, 1);
    return IntStream.range(0, count).mapToObj(first::plusMonths).toList();
  }

  private static Series drivers() {
    try (InputStream in = Seatbelts.class.getResourceAsStream("/r-datasets/seatbelts.csv")) {
      if (in == null) {
        throw new IllegalStateException("no test resource /r-datasets/seatbelts.csv");
      }
      return Series.of(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[3]))
              .toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
