package outturn.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PressureTest {
  @Test
  void itIsWhatSomeWorkWaitedInTheLastTenSeconds() {
    var text =
        """
        some avg10=12.34 avg60=97.04 avg300=94.06 total=2531620276
        full avg10=56.78 avg60=0.00 avg300=0.00 total=0
        """;

    assertThat(Pressure.read(text)).hasValue(12.34);
  }

  @Test
  void anotherTextTellsNothing() {
    assertThat(Pressure.read("")).isEmpty();
    assertThat(Pressure.read("full avg10=56.78 avg60=0.00 avg300=0.00 total=0\n")).isEmpty();
  }
}
