package outturn.runtime.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {
  @Test
  void theSignatureOfAKnownRequestIsKnown() {
    // The example of GitHub's documentation, "Validating webhook deliveries".
    var body = "Hello, World!".getBytes(UTF_8);
    var known = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    assertThat(Signature.matches(known, body, "It's a Secret to Everybody")).isTrue();
    assertThat(Signature.matches(known, body, "It's a secret to everybody")).isFalse();
    assertThat(Signature.matches("sha256=nothex", body, "x")).isFalse();
  }
}
