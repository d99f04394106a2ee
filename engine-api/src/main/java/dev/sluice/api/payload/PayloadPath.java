package dev.sluice.api.payload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A static path into a payload, such as {@code data.readings.[0].[key with spaces]}; a single dot
 * is the whole payload. Parsed once, immutable, safe for many threads.
 *
 * <p>Source of the semantics: the payload path syntax of the flow format.
 */
public final class PayloadPath {
  /** The whole payload. */
  public static final PayloadPath ROOT = new PayloadPath(".", List.of());

  /** Messages quote a path, but not one that is longer than people write. */
  private static final int LONGEST_QUOTED = 200;

  private final String text;
  private final Segment[] segments;
  private final @Nullable Segment first;

  /** One step: a key, and the index it is if it is one. */
  static final class Segment {
    private final String key;
    private final int index;

    /** Whether it was written in brackets: what it creates is then an array. */
    private final boolean bracketed;

    /** Where the key was last found. That threads may see one of each other's does no harm. */
    private int guess;

    /** The step after this one. */
    private @Nullable Segment next;

    Segment(String key, boolean bracketed) {
      this.key = key.intern();
      this.index = ArrayIndex.parse(key);
      this.bracketed = bracketed;
    }

    String key() {
      return key;
    }

    boolean createsArray() {
      return bracketed && index >= 0;
    }

    /** Tests and no switch: on the hottest path there is, objects are what it mostly meets. */
    Value read(Value from) {
      if (from instanceof ObjectValue object) {
        int position = position(object);
        return position < 0 ? UndefinedValue.UNDEFINED : object.peekAt(position);
      }
      if (from instanceof ArrayValue array) {
        return index >= 0 ? array.peek(index) : array.get(key);
      }
      return from instanceof StringValue string ? string.get(key) : UndefinedValue.UNDEFINED;
    }

    /** As {@link #read}, but below null is null. */
    Value follow(Value from) {
      if (from instanceof ObjectValue object) {
        int position = position(object);
        return position < 0 ? UndefinedValue.UNDEFINED : object.peekAt(position);
      }
      return from == NullValue.NULL ? from : read(from);
    }

    private int position(ObjectValue object) {
      int position = object.position(key, guess);
      if (position >= 0 && position != guess) {
        guess = position;
      }
      return position;
    }

    void write(ObjectValue object, Value value) {
      int position = position(object);
      if (position < 0) {
        object.put(key, value);
      } else {
        object.replaceAt(position, value);
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Segment that && key.equals(that.key) && bracketed == that.bracketed;
    }

    @Override
    public int hashCode() {
      return key.hashCode();
    }
  }

  private PayloadPath(String text, List<Segment> segments) {
    this.text = text;
    this.segments = segments.toArray(Segment[]::new);
    this.first = segments.isEmpty() ? null : segments.get(0);
    for (int i = 0; i + 1 < segments.size(); i++) {
      segments.get(i).next = segments.get(i + 1);
    }
  }

  /**
   * Parses a path.
   *
   * @param text such as {@code working.items.[2].name}
   * @return the path
   * @throws InvalidPathException if the text is no path; the message says why
   */
  public static PayloadPath parse(String text) {
    String trimmed = text.strip();
    if (trimmed.equals(".")) {
      return ROOT;
    }
    if (trimmed.isEmpty()) {
      throw new InvalidPathException(
          "A payload path is empty; the whole payload is written as \".\"");
    }
    if (trimmed.contains("{{")) {
      throw new InvalidPathException(
          "A payload path is static and cannot hold a template: \"" + excerpt(text) + "\"");
    }
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    while (at < trimmed.length()) {
      if (trimmed.charAt(at) == '[') {
        int close = trimmed.indexOf(']', at);
        if (close < 0) {
          throw new InvalidPathException(
              "A bracket is not closed in the payload path \"" + excerpt(text) + "\"");
        }
        segments.add(new Segment(trimmed.substring(at + 1, close), true));
        at = close + 1;
      } else {
        int end = at;
        while (end < trimmed.length() && trimmed.charAt(end) != '.' && trimmed.charAt(end) != '[') {
          end++;
        }
        if (end == at) {
          throw new InvalidPathException(
              "A segment is empty in the payload path \"" + excerpt(text) + "\"");
        }
        segments.add(new Segment(trimmed.substring(at, end), false));
        at = end;
      }
      if (at < trimmed.length() && trimmed.charAt(at) == '.') {
        at++;
        if (at == trimmed.length()) {
          throw new InvalidPathException(
              "The payload path \"" + excerpt(text) + "\" ends with a dot");
        }
      }
    }
    return new PayloadPath(trimmed, segments);
  }

  private static String excerpt(String text) {
    return text.length() <= LONGEST_QUOTED ? text : text.substring(0, LONGEST_QUOTED) + "…";
  }

  /**
   * A path of given keys.
   *
   * @param keys the keys from the root, each taken as it is
   * @return the path
   */
  public static PayloadPath of(List<String> keys) {
    List<Segment> segments = keys.stream().map(key -> new Segment(key, true)).toList();
    return segments.isEmpty()
        ? ROOT
        : new PayloadPath("[" + String.join("].[", keys) + "]", segments);
  }

  /**
   * Whether this is the whole payload.
   *
   * @return true for {@code .}
   */
  public boolean isRoot() {
    return segments.length == 0;
  }

  /**
   * Reads this path below a value.
   *
   * @param from where to start
   * @return what is there, undefined if nothing is
   */
  public Value read(Value from) {
    return read(from, first);
  }

  /**
   * Follows this path below a value as the references of templates do: null on the way is what it
   * gives, and not undefined.
   *
   * @param from where to start
   * @return what is there, undefined if nothing is, null if the way ends at null
   */
  public Value follow(Value from) {
    return follow(from, first);
  }

  /** Follows this path through a payload. */
  Value follow(Payload payload) {
    if (first == null) {
      return payload.root();
    }
    Value entry = payload.entry(first);
    return entry == null ? follow(payload.peek()) : follow(entry, first.next);
  }

  private static Value follow(Value from, @Nullable Segment start) {
    Value value = from;
    for (Segment segment = start; segment != null; segment = segment.next) {
      value = segment.follow(value);
    }
    return ContainerValue.share(value);
  }

  /** Reads this path of a payload. */
  Value read(Payload payload) {
    if (first == null) {
      return payload.root();
    }
    Value entry = payload.entry(first);
    return entry == null ? read(payload.peek()) : read(entry, first.next);
  }

  private static Value read(Value from, @Nullable Segment start) {
    Value value = from;
    for (Segment segment = start; segment != null; segment = segment.next) {
      value = segment.read(value);
    }
    return ContainerValue.share(value);
  }

  /**
   * Writes below a root, creating what is missing and replacing what cannot hold the next key.
   *
   * @return the root, or its copy if it was shared
   */
  @SuppressWarnings("ReferenceEquality") // whether the container is the one that was there
  Value write(Value root, Value value) {
    if (segments.length == 0) {
      return value;
    }
    ContainerValue top = container(root, segments[0]);
    ContainerValue at = top;
    int last = segments.length - 1;
    for (int i = 0; i < last; i++) {
      Value existing = segments[i].read(at);
      ContainerValue child = container(existing, segments[i + 1]);
      if (child != existing) {
        put(at, segments[i], child);
      }
      at = child;
    }
    put(at, segments[last], ContainerValue.share(value));
    return top;
  }

  private static ContainerValue container(Value existing, Segment next) {
    if (existing instanceof ContainerValue container) {
      return container.writable();
    }
    return next.createsArray() ? ArrayValue.create() : ObjectValue.create();
  }

  private static void put(ContainerValue container, Segment segment, Value value) {
    switch (container) {
      case ObjectValue object -> segment.write(object, value);
      case ArrayValue array -> {
        if (segment.index < 0) {
          throw new PayloadLimitException(
              "An array has no property \"" + segment.key + "\" to write");
        }
        array.set(segment.index, value);
      }
    }
  }

  /**
   * Removes what is at this path below a root: an object's entry, an array's item whose place then
   * holds undefined.
   *
   * @return the root, or its copy if it was shared and something was removed
   */
  Value remove(Value root) {
    if (segments.length == 0) {
      return ObjectValue.create();
    }
    if (!exists(root)) {
      return root;
    }
    ContainerValue top = ((ContainerValue) root).writable();
    ContainerValue at = top;
    int last = segments.length - 1;
    for (int i = 0; i < last; i++) {
      ContainerValue child = ((ContainerValue) segments[i].read(at)).writable();
      put(at, segments[i], child);
      at = child;
    }
    switch (at) {
      case ObjectValue object -> object.remove(segments[last].key);
      case ArrayValue array -> array.set(segments[last].index, UndefinedValue.UNDEFINED);
    }
    return top;
  }

  private boolean exists(Value root) {
    Value holder = root;
    for (int i = 0; i < segments.length - 1; i++) {
      holder = segments[i].read(holder);
    }
    Segment last = segments[segments.length - 1];
    return switch (holder) {
      case ObjectValue object -> object.has(last.key);
      case ArrayValue array -> last.index >= 0 && last.index < array.size();
      default -> false;
    };
  }

  @Override
  public boolean equals(Object other) {
    // The text of a path of given keys may be that of another path.
    return other instanceof PayloadPath that
        && text.equals(that.text)
        && Arrays.equals(segments, that.segments);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The path as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
