package outturn.server.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Something that only some modules may use.
///
/// @param what full names of types, and of calls with their parameter types:
///   `java.time.Instant.now()`
/// @param allowed the modules that may
/// @param instead what the others do
record Boundary(String name, Pattern what, Set<String> allowed, String instead) {
  private static final Set<String> PURE = Set.of("engine", "evidence", "outcome", "charts");

  static final List<Boundary> ALL =
      List.of(
          new Boundary(
              "the web library",
              Pattern.compile("io\\.helidon\\..*"),
              Set.of("http"),
              "give http what it needs to answer"),
          new Boundary(
              "the PDF library",
              Pattern.compile("(com\\.openhtmltopdf|org\\.apache\\.(pdfbox|batik))\\..*"),
              Set.of("report"),
              "ask report"),
          new Boundary(
              "the password library",
              Pattern.compile("org\\.bouncycastle\\..*"),
              Set.of("http"),
              "ask http.signin"),
          new Boundary(
              "the single sign-on library",
              Pattern.compile("com\\.nimbusds\\..*"),
              Set.of("http"),
              "ask http.signin.oidc"),
          new Boundary(
              "JDBC",
              Pattern.compile("javax?\\.sql\\..*"),
              // SQL tasks work on connections of users.
              Set.of("store", "tasks"),
              "put the statement into store, beside its one caller"),
          new Boundary(
              "a database library",
              Pattern.compile("(org\\.postgresql|org\\.jdbi|com\\.zaxxer|org\\.flywaydb)\\..*"),
              Set.of("store"),
              "ask store"),
          new Boundary(
              "threads",
              Pattern.compile(
                  "java\\.lang\\.Thread\\.(<init>|ofPlatform|ofVirtual|startVirtualThread)\\(.*"
                      + "|java\\.util\\.Timer\\..*"
                      + "|java\\.util\\.concurrent\\.Executors\\..*"
                      + "|java\\.util\\.concurrent\\.(ThreadPoolExecutor|ScheduledThreadPoolExecutor|ForkJoinPool)\\..*"
                      + "|java\\.util\\.concurrent\\.CompletableFuture\\.(supply|run)Async\\([^,]*\\)"),
              // A process has two streams to read, a query a connection to break off: tasks has
              // threads for these.
              Set.of("runtime", "http", "server", "bench", "tasks"),
              "be a step() that runtime repeats, or take an Executor in the constructor"),
          new Boundary(
              "the clock",
              Pattern.compile(
                  "java\\.time\\.\\w+\\.now\\((java\\.time\\.ZoneId)?\\)"
                      + "|java\\.lang\\.System\\.currentTimeMillis\\(\\)"
                      + "|java\\.time\\.(Clock|InstantSource)\\.(system|tick)\\w*\\(.*"
                      + "|java\\.util\\.Date\\.<init>\\(\\)"),
              Set.of("server", "cli", "bench"),
              "take an InstantSource in the constructor, or the Instant with the event"),
          new Boundary(
              "the monotonic ticker",
              Pattern.compile("java\\.lang\\.System\\.nanoTime\\(\\)"),
              Set.of("runtime", "server", "bench", "store"),
              "take the ticker in the constructor"),
          new Boundary(
              "chance",
              Pattern.compile(
                  "java\\.lang\\.Math\\.random\\(\\)"
                      + "|java\\.util\\.Random\\.<init>\\(\\)"
                      + "|java\\.util\\.UUID\\.randomUUID\\(\\)"
                      + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
                      + "|java\\.security\\.SecureRandom\\.<init>\\(\\)"),
              except("definition", "engine", "evidence", "outcome", "charts"),
              "take a RandomGenerator or a seed"),
          new Boundary(
              "files and sockets",
              Pattern.compile(
                  "java\\.nio\\.file\\.(Files|FileSystems)\\..*"
                      + "|java\\.io\\.(File|RandomAccessFile)(Input|Output)?(Stream|Reader|Writer)?\\.<init>\\(.*"
                      + "|java\\.net\\.(http\\..*|Socket\\..*|URL\\.open.*)"
                      + "|java\\.lang\\.(ProcessBuilder|Runtime)\\..*"),
              except(PURE.toArray(String[]::new)),
              "take the value that was read"));

  /// Where `ours`, taken as a class of `module`, goes over this boundary; one line each.
  Stream<String> crossings(String module, JavaClass ours) {
    if (allowed.contains(module)) {
      return Stream.empty();
    }
    var types =
        ours.getDirectDependenciesFromSelf().stream()
            .filter(use -> covers(use.getTargetClass().getFullName()))
            .map(use -> use.getDescription());
    var calls =
        Stream.concat(
                ours.getCodeUnitCallsFromSelf().stream(),
                ours.getCodeUnitReferencesFromSelf().stream())
            .filter(call -> covers(call.getTarget().getFullName()))
            .map(call -> call.getDescription());
    return Stream.concat(types, calls)
        .map(use -> "%s is not for %s; %s: %s".formatted(name, module, instead, use));
  }

  /// True of the full name of a type or a call that lies behind this boundary.
  boolean covers(String fullName) {
    return what.matcher(fullName).matches();
  }

  private static Set<String> except(String... modules) {
    var forbidden = Set.of(modules);
    return Set.copyOf(
        ModuleTable.modules().stream().filter(module -> !forbidden.contains(module)).toList());
  }
}
