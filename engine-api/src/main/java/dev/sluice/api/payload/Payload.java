package dev.sluice.api.payload;

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
    return path.read(root);
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
    return path.follow(root);
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
