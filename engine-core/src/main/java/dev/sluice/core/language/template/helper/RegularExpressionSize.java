package dev.sluice.core.language.template.helper;

import dev.sluice.api.language.EvaluationException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells before a regular expression is compiled how large it would become. Counted repetitions are
 * written out when it is, and those within one another multiply.
 */
final class RegularExpressionSize {
  /** In elements that match one character, about. */
  private static final long MAX_SIZE = 20_000;

  private static final int MAX_NESTING = 200;

  private final String source;
  private final Deque<Long> outer = new ArrayDeque<>();

  /** The size of the group that is being read, and of its last element. */
  private long size;

  private long last;

  private RegularExpressionSize(String source) {
    this.source = source;
  }

  /**
   * Refuses an expression that would become too large.
   *
   * @param source in JavaScript's notation, well-formed or not
   * @throws EvaluationException if it is refused
   */
  static void check(String source) {
    RegularExpressionSize reader = new RegularExpressionSize(source);
    int at = 0;
    while (at < source.length()) {
      at = reader.read(at);
      if (reader.size > MAX_SIZE || reader.outer.size() > MAX_NESTING) {
        throw new EvaluationException("A regular expression repeats or nests too much");
      }
    }
  }

  /** Reads an element and says where the next one begins. */
  private int read(int at) {
    return switch (source.charAt(at)) {
      case '(' -> {
        outer.push(size);
        size = 0;
        last = 0;
        yield at + 1;
      }
      case ')' -> {
        last = size + 2;
        size = last + (outer.isEmpty() ? 0 : outer.pop());
        yield at + 1;
      }
      case '[' -> {
        add();
        yield endOfClass(at);
      }
      case '\\' -> {
        add();
        yield at + 2;
      }
      case '{' -> repeat(at);
      default -> {
        add();
        yield at + 1;
      }
    };
  }

  private void add() {
    last = 1;
    size++;
  }

  private int endOfClass(int open) {
    int at = open + 1;
    while (at < source.length() && source.charAt(at) != ']') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private int repeat(int open) {
    int at = open + 1;
    long largest = 1;
    long number = 0;
    while (at < source.length() && "0123456789,".indexOf(source.charAt(at)) >= 0) {
      char c = source.charAt(at);
      number = c == ',' ? 0 : Math.min(number * 10 + c - '0', MAX_SIZE);
      largest = Math.max(largest, number);
      at++;
    }
    if (at == open + 1 || at == source.length() || source.charAt(at) != '}') {
      add();
      return open + 1;
    }
    size += last * (largest - 1);
    last *= largest;
    return at + 1;
  }
}
