package outturn.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryTest {
  @Test
  void noClassGoesOverABoundary() {
    var crossings =
        House.classes().stream()
            .flatMap(ours ->
                Boundary.ALL.stream()
                    .flatMap(boundary -> boundary.crossings(House.module(ours), ours)))
            .distinct()
            .sorted()
            .toList();

    assertThat(crossings).isEmpty();
  }

  @Test
  void withinItsModuleOnePackageKnowsTheSingleSignOnLibrary() {
    var users =
        House.classes().stream()
            .filter(ours ->
                ours.getDirectDependenciesFromSelf().stream()
                    .anyMatch(
                        use -> use.getTargetClass().getFullName().startsWith("com.nimbusds.")))
            .map(ours -> ours.getPackageName());
    assertThat(users).isNotEmpty().containsOnly("outturn.http.signin.oidc");
  }

  @Test
  void callsAndMethodReferencesAreFound() {
    assertThat(crossings("engine"))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).startsWith("threads").contains("BoundaryTest.java:"))
        .anySatisfy(line -> assertThat(line).startsWith("the clock").contains("calls method"))
        .anySatisfy(line -> assertThat(line).startsWith("the clock").contains("references method"));
  }

  @Test
  void whoMayIsLeftAlone() {
    assertThat(crossings("server")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "the web library, io.helidon.webserver.WebServer",
    "the PDF library, org.apache.pdfbox.Loader",
    "the password library, org.bouncycastle.crypto.generators.Argon2BytesGenerator",
    "the single sign-on library, com.nimbusds.jose.JWSAlgorithm",
    "JDBC, java.sql.Connection",
    "JDBC, javax.sql.DataSource",
    "a database library, org.jdbi.v3.core.Jdbi",
    "threads, java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()",
    "the clock, java.time.LocalDate.now(java.time.ZoneId)",
    "the clock, java.time.Clock.systemUTC()",
    "the monotonic ticker, java.lang.System.nanoTime()",
    "chance, java.util.UUID.randomUUID()",
    "files and sockets, 'java.nio.file.Files.readString(java.nio.file.Path)'",
  })
  void aBoundaryCoversWhatItIsNamedFor(String boundary, String use) {
    assertThat(Boundary.ALL)
        .filteredOn(one -> one.covers(use))
        .extracting(Boundary::name)
        .containsExactly(boundary);
  }

  @ParameterizedTest
  @CsvSource({
    "java.time.LocalDate.now(java.time.Clock)",
    "java.time.InstantSource.instant()",
    "java.util.Random.<init>(long)",
    "java.util.concurrent.Executor.execute(java.lang.Runnable)",
    "java.nio.file.Path.of(java.lang.String)",
  })
  void whatWasGivenIsBehindNoBoundary(String use) {
    assertThat(Boundary.ALL).noneMatch(boundary -> boundary.covers(use));
  }

  private static List<String> crossings(String module) {
    var offender = new ClassFileImporter().importClass(Offender.class);
    return Boundary.ALL.stream().flatMap(boundary -> boundary.crossings(module, offender)).toList();
  }

  private record Offender(Instant read, Supplier<Instant> reader, Thread thread) {
    Offender() {
      this(Instant.now(), Instant::now, new Thread(() -> {}));
    }
  }
}
