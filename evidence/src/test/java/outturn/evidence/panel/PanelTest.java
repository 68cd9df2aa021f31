package outturn.evidence.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

class PanelTest {
  private static final List<Observation> TWO =
      List.of(
          new Observation("north", 2001, 1),
          new Observation("south", 2002, 4),
          new Observation("north", 2002, 2),
          new Observation("south", 2001, 3));

  @Test
  void observationsInAnyOrderMakeAPanel() {
    Panel panel = Panel.of(TWO, Map.of("south", 2002)).result().orElseThrow();
    assertThat(panel.units()).containsExactly("north", "south");
    assertThat(panel.periods()).isEqualTo(2);
    assertThat(panel.number(1)).isEqualTo(2002);
    assertThat(panel.value(1, 0)).isEqualTo(3);
    assertThat(panel.mean(0, 0, 2)).isEqualTo(1.5);
    assertThat(panel.treated()).containsExactly(1);
    assertThat(panel.controls()).containsExactly(0);
    assertThat(panel.start(0)).isEqualTo(Panel.NEVER);
    assertThat(panel.cohorts()).containsExactly(1);
  }

  @Test
  void periodsAreCalledByTheirNumberOrByANameOfTheirOwn() {
    Panel panel = Panel.of(TWO, Map.of("south", 2002)).result().orElseThrow();
    assertThat(panel.label(1)).isEqualTo("2002");
    assertThat(panel.withLabels(List.of("2001/02", "2002/03")).label(1)).isEqualTo("2002/03");
    assertThatThrownBy(() -> panel.withLabels(List.of("2001/02")))
        .hasMessageContaining("1 names for 2 periods");
  }

  @Test
  void aValueGivenTwiceIsRefused() {
    refused(with("north", 2001, 9), Map.of("south", 2002), Reason.DUPLICATE_PERIOD, "north in");
  }

  @Test
  void aGapIsRefused() {
    refused(with("north", 2003, 9), Map.of("south", 2002), Reason.IRREGULAR_PERIODS, "south in");
    refused(
        with("north", Integer.MAX_VALUE, 9),
        Map.of("south", 2002),
        Reason.IRREGULAR_PERIODS,
        "north in period 2003");
    refused(
        with("east", 2001, 9), Map.of("south", 2002), Reason.IRREGULAR_PERIODS, "east in period 2");
  }

  @Test
  void oneUnitOrOnePeriodIsTooFew() {
    refused(TWO.subList(0, 1), Map.of("north", 2002), Reason.TOO_FEW, "found only north");
    List<Observation> one = List.of(TWO.get(0), TWO.get(3));
    refused(one, Map.of("south", 2001), Reason.TOO_FEW, "period 2001 only");
    refused(List.of(), Map.of("south", 2001), Reason.ALL_MISSING, "found none");
  }

  @Test
  void withoutAControlOrATreatedUnitThereIsNothingToCompare() {
    refused(TWO, Map.of("north", 2002, "south", 2002), Reason.TOO_FEW, "all 2 treated");
    refused(TWO, Map.of(), Reason.TOO_FEW, "at least 1 treated unit");
  }

  @Test
  void aTreatmentLiesWithinTheData() {
    refused(TWO, Map.of("south", 2001), Reason.OUTSIDE_THE_DATA, "2002 to 2002 on, found 2001");
    refused(TWO, Map.of("south", 2003), Reason.OUTSIDE_THE_DATA, "found 2003");
    refused(TWO, Map.of("east", 2002), Reason.OUTSIDE_THE_DATA, "treated unit east");
  }

  @Test
  void valuesAreNumbersOfReasonableSize() {
    refused(
        with("east", 2001, Double.NaN), Map.of("south", 2002), Reason.NOT_A_NUMBER, "found NaN");
    refused(with("east", 2001, 1e101), Map.of("south", 2002), Reason.OUT_OF_RANGE, "1.0E101");
  }

  private static List<Observation> with(String unit, int period, double value) {
    List<Observation> observations = new ArrayList<>(TWO);
    observations.add(new Observation(unit, period, value));
    return observations;
  }

  private static void refused(
      List<Observation> observations, Map<String, Integer> starts, Reason reason, String text) {
    Refusal refusal = Panel.of(observations, starts).refusal().orElseThrow();
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.text()).startsWith("Expected").contains(text).endsWith(".");
  }
}
