package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route of requests: segments that are text, a parameter {@code {name}}, one between text, {@code
 * {name*2}} that takes so many segments, and at the end {@code {name?}} that may be missing or
 * {@code {name*}} that takes all the rest. The blank route matches any path. Immutable.
 */
public final class Route implements Comparable<Route> {
  private static final Pattern PARAMETER =
      Pattern.compile("([^{}]*)\\{(\\w+)(\\?|\\*(\\d{0,4}))?\\}([^{}]*)");
  private static final String SLASH = "/";

  private final String text;
  private final List<Segment> segments;

  private Route(String text, List<Segment> segments) {
    this.text = text;
    this.segments = List.copyOf(segments);
  }

  /** A part of a route; the order of the kinds is that of how much they say. */
  private sealed interface Segment permits Literal, Parameter {
    /** How little it says, from 0 for text to 4 for what takes all the rest. */
    int vagueness();
  }

  private record Literal(String text) implements Segment {
    @Override
    public int vagueness() {
      return 0;
    }
  }

  /** How many segments a parameter takes. */
  private enum Extent {
    ONE,
    OPTIONAL,
    REST
  }

  private record Parameter(String before, String name, String after, Extent extent, int count)
      implements Segment {
    @Override
    public int vagueness() {
      return switch (extent) {
        case ONE -> before.isEmpty() && after.isEmpty() ? 2 : 1;
        case OPTIONAL -> 3;
        case REST -> 4;
      };
    }
  }

  /**
   * Reads a route.
   *
   * @param text the route; the slash at its beginning may be missing
   * @return the route
   * @throws IllegalArgumentException if it is malformed, saying where
   */
  public static Route of(String text) {
    if (text.isEmpty()) {
      return new Route(text, List.of());
    }
    List<Segment> segments = new ArrayList<>();
    List<String> parts = split(text);
    for (int i = 0; i < parts.size(); i++) {
      Segment segment = segment(text, parts.get(i));
      if (segment instanceof Parameter parameter
          && parameter.extent != Extent.ONE
          && i < parts.size() - 1) {
        throw malformed(text, parts.get(i), "only at the end may a parameter be optional or open");
      }
      segments.add(segment);
    }
    return new Route(text, segments);
  }

  private static Segment segment(String route, String part) {
    if (part.indexOf('{') < 0 && part.indexOf('}') < 0) {
      return new Literal(part);
    }
    Matcher matcher = PARAMETER.matcher(part);
    if (!matcher.matches()) {
      throw malformed(route, part, "expected text, or one parameter such as {name} in it");
    }
    String before = matcher.group(1);
    String name = matcher.group(2);
    String kind = matcher.group(3);
    String after = matcher.group(5);
    if (kind == null) {
      return new Parameter(before, name, after, Extent.ONE, 1);
    }
    if (!before.isEmpty() || !after.isEmpty()) {
      throw malformed(route, part, "a parameter between text takes exactly one segment");
    }
    if (kind.equals("?")) {
      return new Parameter("", name, "", Extent.OPTIONAL, 1);
    }
    String count = matcher.group(4);
    return count.isEmpty()
        ? new Parameter("", name, "", Extent.REST, 0)
        : new Parameter("", name, "", Extent.ONE, Math.max(1, Integer.parseInt(count)));
  }

  private static IllegalArgumentException malformed(String route, String part, String expected) {
    return new IllegalArgumentException(
        "The route " + route + " is malformed at " + part + ": " + expected);
  }

  /**
   * The segments of a path: what lies between its slashes, percent escapes resolved.
   *
   * @param path a path; the slash at its beginning may be missing
   * @return the segments, at least one, which may be empty
   */
  public static List<String> segments(String path) {
    return split(path).stream().map(Route::decode).toList();
  }

  private static List<String> split(String path) {
    int from = path.startsWith(SLASH) ? 1 : 0;
    List<String> segments = new ArrayList<>();
    int slash;
    while ((slash = path.indexOf('/', from)) >= 0) {
      segments.add(path.substring(from, slash));
      from = slash + 1;
    }
    segments.add(path.substring(from));
    return segments;
  }

  /**
   * Whether a path is on this route, and what its parameters are there. Percent escapes of the path
   * are resolved.
   *
   * @param path the path of a request, without a query
   * @return the parameters that are there, empty if the path is on another route
   */
  public Optional<ObjectValue> match(String path) {
    ObjectValue.Builder parameters = ObjectValue.builder();
    if (segments.isEmpty()) {
      return Optional.of(parameters.build());
    }
    List<String> parts = segments(path);
    int at = 0;
    for (Segment segment : segments) {
      switch (segment) {
        case Literal literal -> {
          if (at >= parts.size() || !parts.get(at).equals(literal.text)) {
            return Optional.empty();
          }
          at++;
        }
        case Parameter parameter -> {
          int count =
              switch (parameter.extent) {
                case ONE -> parameter.count;
                case OPTIONAL -> Math.min(1, parts.size() - at);
                case REST -> parts.size() - at;
              };
          if (at + count > parts.size()) {
            return Optional.empty();
          }
          List<String> taken = parts.subList(at, at + count);
          if (parameter.extent == Extent.ONE && !fits(parameter, taken)) {
            return Optional.empty();
          }
          String value = String.join(SLASH, taken);
          if (!value.isEmpty()) {
            parameters.put(
                parameter.name,
                value.substring(
                    parameter.before.length(), value.length() - parameter.after.length()));
          }
          at += count;
        }
      }
    }
    return at == parts.size() ? Optional.of(parameters.build()) : Optional.empty();
  }

  private static boolean fits(Parameter parameter, List<String> parts) {
    if (parts.stream().anyMatch(String::isEmpty)) {
      return false;
    }
    String part = parts.getFirst();
    return part.length() > parameter.before.length() + parameter.after.length()
        && part.startsWith(parameter.before)
        && part.endsWith(parameter.after);
  }

  /** Resolves percent escapes; what is malformed stays as it is. */
  private static String decode(String part) {
    if (part.indexOf('%') < 0) {
      return part;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length());
    byte[] raw = Utf8.encode(part);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low < 0) {
        bytes.write(raw[i]);
      } else {
        bytes.write(high << 4 | low);
        i += 2;
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      return part;
    }
  }

  /**
   * How every path on this route begins: the text of segments that are text, nothing for those that
   * a parameter takes.
   *
   * @return the segments up to the first that may be missing or open
   */
  public List<Optional<String>> beginning() {
    List<Optional<String>> beginning = new ArrayList<>();
    for (Segment segment : segments) {
      switch (segment) {
        case Literal literal -> beginning.add(Optional.of(literal.text));
        case Parameter parameter -> {
          if (parameter.extent != Extent.ONE) {
            return beginning;
          }
          for (int i = 0; i < parameter.count; i++) {
            beginning.add(Optional.empty());
          }
        }
      }
    }
    return beginning;
  }

  /** The more a route says, the earlier it comes; the blank route is the last. */
  @Override
  public int compareTo(Route other) {
    int common = Math.min(segments.size(), other.segments.size());
    for (int i = 0; i < common; i++) {
      int order = Integer.compare(segments.get(i).vagueness(), other.segments.get(i).vagueness());
      if (order != 0) {
        return order;
      }
    }
    return segments.size() == other.segments.size()
        ? text.compareTo(other.text)
        : Integer.compare(other.segments.size(), segments.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Route route && route.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
