package dev.sluice.api.debug;

import java.time.Duration;
import java.util.Optional;

/**
 * What a subscriber has not taken yet of what runs do. Bounded: runs never wait for a subscriber,
 * so what finds no room is dropped and counted. The events of one path come in order. Safe for many
 * threads.
 *
 * <p>A run that is on its way when the subscription begins is seen from one of its next nodes on.
 */
public interface DebugSubscription extends AutoCloseable {
  /**
   * Takes the oldest event, without waiting.
   *
   * @return the event, empty if there is none now
   */
  Optional<DebugEvent> poll();

  /**
   * Takes the oldest event, waiting for one if need be.
   *
   * @param patience how long to wait at most
   * @return the event, empty if none came in time or the subscription was closed
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Optional<DebugEvent> poll(Duration patience) throws InterruptedException;

  /**
   * How many events found no room since the subscription began.
   *
   * @return 0 or more
   */
  long dropped();

  /**
   * Whether more may come.
   *
   * @return false once the subscription or the engine is closed
   */
  boolean isOpen();

  /** Ends the subscription; what was not taken yet can still be. */
  @Override
  void close();
}
