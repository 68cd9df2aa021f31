package outturn.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.store.folder.CannotStart;

class ConnectionSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:p%40ss@db.example:5433/outturn?sslmode=require",
        "postgres://ada:p%40ss@db.example:5433/outturn?sslmode=require",
        "jdbc:postgresql://db.example:5433/outturn?user=ada&password=p%40ss&sslmode=require"
      })
  void anAddressIsReadInEachUsualForm(String address) {
    assertThat(ConnectionSettings.parse(address))
        .isEqualTo(
            new ConnectionSettings(
                "jdbc:postgresql://db.example:5433/outturn?sslmode=require", "ada", "p@ss"));
  }

  @Test
  void aPlusSignInAPasswordStays() {
    assertThat(ConnectionSettings.parse("postgresql://ada:a+b@host/db").password())
        .isEqualTo("a+b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mysql://ada:secret@host/db", "postgresql://ada:secret@host", "host:5432"})
  void anotherAddressIsRefusedWithoutTellingThePassword(String address) {
    assertThatThrownBy(() -> ConnectionSettings.parse(address))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("expected postgresql://user:password@host:5432/database")
        .hasMessageNotContaining("secret");
  }

  @Test
  void anAddressWithoutAUserIsRefused() {
    assertThatThrownBy(() -> ConnectionSettings.parse("postgresql://host/db"))
        .hasMessageContaining("names no user");
  }

  @Test
  void aLonePercentSignIsRefused() {
    assertThatThrownBy(() -> ConnectionSettings.parse("postgresql://ada:100%@host/db"))
        .hasMessageContaining("a percent sign is written %25");
  }
}
