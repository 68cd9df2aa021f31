package outturn.outcome.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// "a business person, not the IT author alone, has confirmed the wording"; "cannot be 'agreed' by
/// its IT author alone".
class AgreeingTest {
  private final Case about = Sample.good().agreed();

  @ParameterizedTest
  @CsvSource({
    "ada, bob, true", // of the business
    "ada, ada, true", // its author, but not of IT
    "eve, bob, true", // of both, and somebody else wrote it
    "eve, eve, false", // its author, and of IT
    "bob, ada, false", // of IT
    "cal, ada, false", // a supplier
    "zoe, ada, false", // nobody knows them
  })
  void onlyTheBusinessAgreesAndNotTheAuthorOfItAlone(String user, String author, boolean may) {
    assertThat(Agreeing.refusal(about, user, List.of(author)).isEmpty()).isEqualTo(may);
  }

  @Test
  void aRefusalSaysWhatToDo() {
    assertThat(Agreeing.refusal(about, "zoe", List.of("bob")))
        .hasValue(
            "zoe is not a member of a group of the business, and only the business agrees to an outcome;"
                + " let one of its members do it, or add zoe under members: of housing-operations or tenants");
    assertThat(Agreeing.refusal(about, "eve", List.of("bob", "eve")))
        .hasValue(
            "eve has put this project in force and is of IT, and an author of IT cannot agree alone;"
                + " let another member of housing-operations or tenants do it");
  }
}
