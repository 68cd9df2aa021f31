package outturn.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResidentTest {
  @Test
  void theProportionalSetIsReadAndNotItsParts() {
    var rollup =
        """
        55d0c0000000-7ffd00000000 ---p 00000000 00:00 0    [rollup]
        Rss:               12345 kB
        Pss:                9000 kB
        Pss_Dirty:          8000 kB
        Pss_Anon:           7000 kB
        """;

    assertThat(Resident.read(rollup)).hasValue(9_000L * 1_024);
    assertThat(Resident.read("")).isEmpty();
  }

  @Test
  void aProcessThatIsGoneHasNone() {
    assertThat(Resident.of(Integer.MAX_VALUE)).isEmpty();
  }
}
