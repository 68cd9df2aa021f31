package outturn.http.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  @Test
  void aHashFitsItsPasswordAloneAndNeverTwiceTheSame() {
    var hash = PasswordHash.of("correct horse");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("horse");
    assertThat(PasswordHash.matches("correct horse", hash)).isTrue();
    assertThat(PasswordHash.matches("correct house", hash)).isFalse();
    assertThat(PasswordHash.of("correct horse")).isNotEqualTo(hash);
    assertThat(PasswordHash.isDated(hash)).isFalse();
  }

  // The reference implementation's own test: https://github.com/P-H-C/phc-winner-argon2, src/test.c
  @Test
  void aHashOfTheReferenceImplementationIsRead() {
    var reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(PasswordHash.matches("password", reference)).isTrue();
    assertThat(PasswordHash.matches("differentpassword", reference)).isFalse();
    assertThat(PasswordHash.isDated(reference)).isTrue();
  }

  @Test
  void theSameLettersTypedOnTwoSystemsAreOnePassword() {
    assertThat(
            PasswordHash.matches("cafe\u0301 cre\u0300me", PasswordHash.of("caf\u00e9 cr\u00e8me")))
        .isTrue();
  }

  @Test
  void nobodysPasswordFitsNothing() {
    assertThat(PasswordHash.matches("", PasswordHash.NOBODYS)).isFalse();
    assertThat(PasswordHash.isDated(PasswordHash.NOBODYS)).isFalse();
  }

  @Test
  void whatIsNoHashIsABug() {
    assertThatThrownBy(() -> PasswordHash.matches("x", "plain"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> PasswordHash.matches("x", "$argon2id$v=19$m=9999999,t=2,p=1$AAAAAAAAAAA$AAAA"))
        .hasMessageContaining("beyond all measure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "aaaaaaaaaaaaaaaa", "ada-ada-ada-ada"})
  void weakPasswordsAreRefused(String password) {
    assertThat(PasswordRules.fault(password, "ada-")).isPresent();
    assertThat(PasswordRules.fault("x".repeat(200), "ada")).isPresent();
    assertThat(PasswordRules.fault("four words do well", "ada")).isEmpty();
  }
}
