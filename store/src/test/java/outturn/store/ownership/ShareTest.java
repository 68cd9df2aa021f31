package outturn.store.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import outturn.store.ownership.Share.Living;

class ShareTest {
  @Test
  void oneNodeHasAll() {
    var share = Share.of(1, List.of(new Living(1, false, 0)), 64);

    assertThat(share.missing()).isEqualTo(64);
    assertThat(share.surplus()).isZero();
  }

  @Test
  void theOldestHaveTheRest() {
    var three = List.of(new Living(1, false, 64), new Living(2, false, 0), new Living(3, false, 0));

    assertThat(Share.of(1, three, 0).surplus()).isEqualTo(64 - 22);
    assertThat(Share.of(2, three, 42).missing()).isEqualTo(21);
    assertThat(Share.of(3, three, 10).missing()).isEqualTo(10);
    assertThat(Share.of(3, three, 0).even()).isTrue();
  }

  @Test
  void whoStopsGivesAllAwayUnlessNobodyElseIsThere() {
    assertThat(Share.of(1, List.of(new Living(1, true, 32), new Living(2, false, 32)), 0).surplus())
        .isEqualTo(32);
    assertThat(Share.of(1, List.of(new Living(1, true, 64)), 0).even()).isTrue();
  }

  @Test
  void whoIsNotAmongTheLivingTakesNothing() {
    assertThat(Share.of(9, List.of(new Living(1, false, 64)), 0).even()).isTrue();
  }
}
