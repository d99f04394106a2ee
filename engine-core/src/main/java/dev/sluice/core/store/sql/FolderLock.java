package dev.sluice.core.store.sql;

import dev.sluice.api.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a folder for this store alone; the system lets go of it when the process dies. */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes a folder, which is made if there is none.
   *
   * @throws StoreException if it cannot be written, or is taken
   */
  static FolderLock take(Path folder) {
    FileChannel channel = open(folder);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    } catch (IOException e) {
      close(channel);
      throw new StoreException("The folder " + folder + " cannot be locked: " + e, e);
    }
    if (lock == null) {
      close(channel);
      throw new StoreException(
          "The store in " + folder + " is in use already, by this process or another one", null);
    }
    return new FolderLock(channel);
  }

  private static FileChannel open(Path folder) {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new StoreException("The folder " + folder + " of the store cannot be written: " + e, e);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException("The lock of the store cannot be closed: " + e, e);
    }
  }

  @Override
  public void close() {
    close(channel);
  }
}
