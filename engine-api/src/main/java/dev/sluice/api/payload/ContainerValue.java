package dev.sluice.api.payload;

/**
 * An object or an array.
 *
 * <p>How containers can be both immutable to their readers and cheap to write: a container that
 * only one payload can reach is changed in place; one that was handed out, stored or forked is
 * marked shared and copied, one level, by the next write that goes through it. Copying marks the
 * children shared in turn, so a fork costs the same whatever the payload's size.
 */
public abstract sealed class ContainerValue implements Value permits ObjectValue, ArrayValue {
  /**
   * Set once, never cleared. Not volatile: a thread that writes has itself marked what it shares,
   * or got the container from another thread by a safe hand-over after it was marked.
   */
  private boolean shared;

  ContainerValue() {}

  /** Promises never to change this container again, and returns it. */
  final ContainerValue share() {
    if (!shared) {
      shared = true;
    }
    return this;
  }

  /** This container if it may be changed in place, else a copy that may. */
  final ContainerValue writable() {
    return shared ? copy() : this;
  }

  abstract ContainerValue copy();

  /**
   * The number of entries or items.
   *
   * @return 0 or more
   */
  public abstract int size();

  /**
   * Whether there is no entry or item.
   *
   * @return true if the size is 0
   */
  public final boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public final boolean isTruthy() {
    return true;
  }

  /** Marks a value that is about to be reachable from two places. */
  static Value share(Value value) {
    if (value instanceof ContainerValue container) {
      container.share();
    }
    return value;
  }

  @Override
  public final String toString() {
    return toJson();
  }
}
