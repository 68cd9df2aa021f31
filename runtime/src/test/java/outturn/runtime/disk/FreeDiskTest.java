package outturn.runtime.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreeDiskTest {
  private final AtomicLong free = new AtomicLong(600L << 20);
  private final FreeDisk disk = new FreeDisk(free::get, 500L << 20);

  @Test
  void belowTheLimitThereIsNoRoomUntilSomethingIsRemoved() {
    assertThat(disk.hasRoom()).isTrue();
    assertThat(disk.shortage()).isEmpty();

    free.set(120L << 20);
    disk.look();
    assertThat(disk.hasRoom()).isFalse();
    assertThat(disk.shortage())
        .hasValue("the disk of the data folder has 120 MB free, and 500 MB are kept free");

    free.set(500L << 20);
    disk.look();
    assertThat(disk.hasRoom()).isTrue();
  }

  @Test
  void aFolderHasRoomForNothing() {
    assertThat(FreeDisk.of(Path.of("."), 0).hasRoom()).isTrue();
    assertThat(FreeDisk.of(Path.of("."), Long.MAX_VALUE).hasRoom()).isFalse();
  }
}
