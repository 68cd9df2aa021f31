package outturn.outcome.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import outturn.definition.outcome.Outcome.Category;

/// What about eight points are worth.
class WorthTest {
  private static final String ANALYSIS = "analysis: {intervention";

  /// By hand: 1,000 repairs a year, of which 8 in 100 need no second visit that costs 100.
  @Test
  void unitsTimesChangeTimesPriceMakeTheWorthOfAYear() {
    var worth = worth("volume: 1000, category: cashable");
    var amount = worth.amount().orElseThrow();
    var effect = Sketch.found(Sketch.of(Sketch.months(8, 12)).study()).effect().average();
    assertThat(amount.p50()).isCloseTo(1000 * effect.value() / 100 * 100, within(100.0));
    assertThat(amount.p10()).isBetween(10 * 100 * effect.interval().lower() / 10, amount.p50());
    assertThat(amount.p90()).isGreaterThan(amount.p50());
    assertThat(worth.category()).contains(Category.CASHABLE);
    assertThat(worth.currency()).isEqualTo("GBP");
    assertThat(worth.priceYear()).isEqualTo(2026);
    assertThat(worth.text())
        .isEqualTo(
            "A budget changes by so much, in a year at the size that was found, in prices of 2026; all of it is taken to become real.");
  }

  @Test
  void timeSavedIsTakenToBecomeRealInPart() {
    var stated = worth("volume: 1000, category: non-cashable, realisation: 50%");
    var unstated = worth("volume: 1000, category: non-cashable");
    assertThat(stated.text()).endsWith("50 % of it is taken to become real.");
    assertThat(unstated.text()).endsWith("a fifth to four fifths of it is taken to become real.");
    assertThat(unstated.amount().orElseThrow().p90())
        .isGreaterThan(stated.amount().orElseThrow().p90());
    assertThat(unstated.amount().orElseThrow().p10())
        .isLessThan(stated.amount().orElseThrow().p10());
  }

  @Test
  void aShareIsAPartOfTheWorth() {
    var whole = worth("volume: 1000, category: cashable");
    var part = worth("volume: 1000, category: cashable, share: 60%");
    assertThat(part.amount().orElseThrow().p50())
        .isCloseTo(.6 * whole.amount().orElseThrow().p50(), within(1e-6));
    assertThat(part.text())
        .endsWith("all of it is taken to become real; 60 % of the change is claimed.");
    assertThat(
            worth("volume: 1000, category: non-cashable, share: 60%").amount().orElseThrow().p90())
        .isCloseTo(
            .6 * worth("volume: 1000, category: non-cashable").amount().orElseThrow().p90(),
            within(1e-6));
  }

  @Test
  void aVolumeMayBeAMeasure() {
    var sketch = valued("volume: repairs, category: cashable");
    var repairs = new TreeMap<LocalDate, Double>();
    for (int i = 0; i < Sketch.ALL; i++) repairs.put(Sketch.FIRST.plusMonths(i), 1000 / 12.0);
    var study =
        sketch.study(beside ->
            beside.withControls(List.of(new ControlMeasure(sketch.measure("repairs"), repairs))));
    assertThat(Sketch.found(study).verdict().worth().amount().orElseThrow().p50())
        .isCloseTo(
            worth("volume: 1000, category: cashable").amount().orElseThrow().p50(), within(1e-6));
    assertThat(Sketch.found(sketch.study()).verdict().worth().text())
        .isEqualTo("The volume repairs is neither a number nor a measure with a year of values.");
  }

  @Test
  void whatHasNoPriceHasNoAmount() {
    assertThat(worth("volume: 1000, category: qualitative"))
        .isEqualTo(
            Worth.none(
                java.util.Optional.of(Category.QUALITATIVE),
                "It is worth something that is described, not counted."));
    assertThat(worth("volume: 1000, category: quantifiable").text())
        .isEqualTo("It is counted, but has no agreed price.");
    assertThat(Sketch.found(Sketch.of(Sketch.months(8, 12)).study()).verdict().worth().text())
        .isEqualTo("The outcome says nothing of what a unit is worth.");
  }

  private static Worth worth(String volume) {
    return Sketch.found(valued(volume).study()).verdict().worth();
  }

  private static Sketch valued(String volume) {
    return Sketch.of(
        Sketch.months(8, 12),
        ANALYSIS,
        "value: {measure: rate, %s, each: {what: visit, currency: GBP, priceYear: 2026, low: 80, likely: 100, high: 120}}\n%s"
            .formatted(volume, ANALYSIS),
        "kind: outcome",
        "{kind: measure, name: repairs, type: count, unit: repairs, better: higher, cadence: monthly}\n---\nkind: outcome");
  }
}
