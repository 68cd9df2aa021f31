package outturn.outcome.amount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import outturn.definition.measure.Measure;

class WholeSeriesTest {
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  @Test
  void numeratorsAndDenominatorsOfSegmentsAreAddedUp() {
    var whole = of(Measure.Type.PROPORTION, "percent");
    whole.add(JANUARY, "north", ObservedAmount.ratio(1, 10));
    whole.add(JANUARY, "south", ObservedAmount.ratio(9, 30));

    assertThat(whole.values()).containsExactly(java.util.Map.entry(JANUARY, 25.0));
  }

  @Test
  void whatWasObservedOfTheWholeGoesFirst() {
    var whole = of(Measure.Type.COUNT, "visits");
    whole.add(JANUARY, "north", ObservedAmount.of(3));
    whole.add(JANUARY, "", ObservedAmount.of(10));

    assertThat(whole.values()).containsEntry(JANUARY, 10.0);
  }

  @Test
  void aSumWithoutASegmentThatWasThereBeforeAndAfterIsNone() {
    var whole = of(Measure.Type.COUNT, "visits");
    whole.add(JANUARY, "north", ObservedAmount.of(3));
    whole.add(FEBRUARY, "north", ObservedAmount.of(4));
    whole.add(MARCH, "north", ObservedAmount.of(5));
    whole.add(JANUARY, "south", ObservedAmount.of(1));
    whole.add(MARCH, "south", ObservedAmount.of(1));

    assertThat(whole.values()).containsOnlyKeys(JANUARY, MARCH).containsEntry(MARCH, 6.0);
  }

  @Test
  void meansWithoutDenominatorsCannotBePutTogether() {
    var whole = of(Measure.Type.MEAN, "minutes");
    whole.add(JANUARY, "north", ObservedAmount.of(3));

    assertThat(whole.values()).isEmpty();
  }

  private static WholeSeries of(Measure.Type type, String unit) {
    return new WholeSeries(AmountsTest.measure(type, unit).quantity());
  }
}
