package outturn.definition.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import outturn.definition.project.Projects;

class PoolReaderTest {
  private static Pool pool(String keys) {
    var text = "{kind: pool, name: db, size: 4%s}".formatted(keys);
    return Projects.valid("db.yaml", text).pools().find("db").orElseThrow();
  }

  @Test
  void aPoolIsGivenByAgeUnlessItSaysOtherwise() {
    assertThat(pool("").order()).isEqualTo(Pool.Order.AGE);
    assertThat(pool(", order: age").order()).isEqualTo(Pool.Order.AGE);
    assertThat(pool(", order: worth").order()).isEqualTo(Pool.Order.WORTH);
  }

  @Test
  void anotherOrderIsToldWithItsPlace() {
    assertThat(Projects.problems("db.yaml", "kind: pool\nname: db\nsize: 4\norder: wort\n"))
        .contains("db.yaml:4:8", "expected one of age, worth", "did you mean 'worth'?");
  }
}
