package outturn.cli.run;

import java.util.concurrent.ThreadFactory;

/// Says something when the user ends the command by Ctrl-C while this is open.
final class Interruption implements AutoCloseable {
  private final Thread hook;

  Interruption(ThreadFactory threads, Runnable saying) {
    hook = threads.newThread(saying);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // Then it is speaking.
    }
  }
}
