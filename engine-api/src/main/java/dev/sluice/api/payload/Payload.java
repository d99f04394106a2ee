package dev.sluice.api.payload;

import org.jspecify.annotations.Nullable;

/**
 * The payload of one path of a run: the one thing that is passed from node to node. Mutable and
 * owned by that path; not safe for use by several threads.
 *
 * <p>Writing never changes a value that someone holds: values read from a payload, stored on it, or
 * seen by a fork stay as they were. Reads cost no allocation; the first write below something
 * shared copies the containers on the way, one level each.
 */
public final class Payload {
  private Value root;

  /** The key of the root's entry that was read first since the last write, and its value. */
  private @Nullable String nearKey;

  private Value near = UndefinedValue.UNDEFINED;

  private Payload(Value root) {
    this.root = root;
  }

  /**
   * A payload without entries.
   *
   * @return an empty payload
   */
  public static Payload empty() {
    return new Payload(ObjectValue.create());
  }

  /**
   * A payload that starts as a given value.
   *
   * @param root the value; usually an object
   * @return the payload
   */
  public static Payload of(Value root) {
    return new Payload(ContainerValue.share(root));
  }

  /**
   * The whole payload as it is now.
   *
   * @return its value
   */
  public Value root() {
    return ContainerValue.share(root);
  }

  /**
   * Reads a path.
   *
   * @param path where
   * @return what is there, undefined if nothing is
   */
  public Value get(PayloadPath path) {
    return path.read(this);
  }

  /**
   * Reads a path.
   *
   * @param path where, such as {@code data.temperature}
   * @return what is there, undefined if nothing is
   * @throws InvalidPathException if the text is no path
   */
  public Value get(String path) {
    return get(PayloadPath.parse(path));
  }

  /**
   * Follows a path as the references of templates do: null on the way is what it gives, and not
   * undefined.
   *
   * @param path where
   * @return what is there, undefined if nothing is, null if the way ends at null
   */
  public Value follow(PayloadPath path) {
    return path.follow(this);
  }

  /** The root itself, not to be handed out. */
  Value peek() {
    return root;
  }

  /**
   * The value of an entry of the root, not to be handed out; null if the root is no object. Paths
   * mostly lead through the same one, which is found here without a search.
   */
  @SuppressWarnings("ReferenceEquality") // keys of paths are interned
  @Nullable Value entry(PayloadPath.Segment segment) {
    if (nearKey == segment.key()) {
      return near;
    }
    if (!(root instanceof ObjectValue object)) {
      return null;
    }
    Value value = segment.read(object);
    if (nearKey == null) {
      nearKey = segment.key();
      near = value;
    }
    return value;
  }

  /** Before a write: it may put another value there, or a copy. */
  private void forgetNear() {
    nearKey = null;
    near = UndefinedValue.UNDEFINED;
  }

  /**
   * Whether the whole payload is neither undefined nor null.
   *
   * @return true for every payload of a run
   */
  public boolean isPresent() {
    return root.isPresent();
  }

  /**
   * Writes a path. Missing objects, and arrays for bracketed indexes, are created on the way; a
   * scalar in the way is replaced.
   *
   * @param path where
   * @param value what
   * @throws PayloadLimitException if an array would grow too large or the path names a property
   *     that an array cannot have
   */
  public void set(PayloadPath path, Value value) {
    forgetNear();
    root = path.write(root, value);
    if (path.isRoot()) {
      ContainerValue.share(root);
    }
  }

  /**
   * Writes a path.
   *
   * @param path where, such as {@code working.result}
   * @param value what
   * @throws InvalidPathException if the text is no path
   * @throws PayloadLimitException as for {@link #set(PayloadPath, Value)}
   */
  public void set(String path, Value value) {
    set(PayloadPath.parse(path), value);
  }

  /**
   * Removes what is at a path; nothing happens if nothing is there.
   *
   * @param path where
   */
  public void remove(PayloadPath path) {
    forgetNear();
    root = path.remove(root);
  }

  /**
   * About how many characters the payload has as JSON. Reads it where it is, so that writes stay
   * cheap.
   *
   * @param limit what need not be told apart from more
   * @return the size; where it is more than the limit, any number that is
   */
  public long jsonSize(long limit) {
    return root.jsonSize(limit);
  }

  /**
   * Makes the payload smaller while nobody is about to read it: what only serves to find entries
   * quickly goes, and is made anew when it is needed.
   */
  public void compact() {
    if (root instanceof ObjectValue object) {
      object.forgetTable();
    }
  }

  /**
   * A payload that starts as this one is now and then goes its own way. Costs the same whatever the
   * size.
   *
   * @return the fork
   */
  public Payload fork() {
    return of(root);
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
