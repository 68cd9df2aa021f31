package outturn.store.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.engine.run.Partition;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.mailbox.Mailbox.Address;
import outturn.store.mailbox.Mailbox.Letter;

class SqlMailboxTest {
  private static final TestDatabase DATABASE = TestDatabase.create();

  private final Mailbox mailbox = new SqlMailbox(DATABASE.database().jdbi(Lane.API));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void aValueThatTheDatabaseDoesNotTakeIsToldFromADatabaseThatIsAway() {
    var fit = new Letter(new Address.Owner(3), "fit", Map.of("n", 1L));
    var unfit = new Letter(new Address.Owner(3), "unfit", Map.of("n", "a\0b"));

    assertThatThrownBy(() -> mailbox.post(List.of(fit, unfit)))
        .isInstanceOf(Mailbox.Unfit.class)
        .hasMessageContaining("22P05");

    assertThat(mailbox.read(Partition.ALL, 0, 10)).isEmpty();
  }
}
