package dev.sluice.core.language.template;

import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a template's tokens into a tree.
 *
 * <p>Source of the rules: the grammar of Handlebars 4.7, without partials and decorators.
 */
final class Parser {
  /** How many links of {@code else if} count as much as one level of nesting. */
  private static final int LINKS_PER_LEVEL = 5;

  private final Lexer lexer;
  private final int maxNesting;

  /** In links: a chain is nested too, though nobody who reads it would say so. */
  private int depth;

  private Parser(String source, int maxNesting, boolean inJson) {
    this.lexer = new Lexer(source, inJson);
    this.maxNesting = maxNesting;
  }

  /**
   * Parses a template, white space already stripped where tags ask for it.
   *
   * @param inJson whether a tag may be followed directly by a brace of the JSON around it
   * @throws SyntaxException if the source is no template
   */
  static Program parse(String source, int maxNesting, boolean inJson) {
    Parser parser = new Parser(source, maxNesting, inJson);
    Program program = new Program(parser.parseNodes(), List.of(), false);
    parser.expect(Kind.END);
    WhitespaceControl.apply(program);
    return program;
  }

  private void enter(int links, int offset) {
    depth += links;
    if (depth > (long) maxNesting * LINKS_PER_LEVEL) {
      throw new SyntaxException(
          "Blocks or calls are nested more than " + maxNesting + " levels deep", offset);
    }
  }

  private Token expect(Kind kind) {
    Token token = lexer.next();
    if (token.kind() != kind) {
      throw unexpected(token, kind.description());
    }
    return token;
  }

  private static SyntaxException unexpected(Token token, String expected) {
    String found =
        switch (token.kind()) {
          case NAME, NUMBER, BOOLEAN, STRING -> "\"" + token.text() + "\"";
          default -> token.kind().description();
        };
    return new SyntaxException("Expected " + expected + ", found " + found, token.offset());
  }

  private List<Node> parseNodes() {
    List<Node> nodes = new ArrayList<>();
    while (true) {
      Token token = lexer.peek();
      switch (token.kind()) {
        case CONTENT -> nodes.add(new Node.Text(lexer.next().text()));
        case COMMENT -> {
          lexer.next();
          nodes.add(new Node.Comment(new Node.Strip(token.stripsBefore(), token.stripsAfter())));
        }
        case OPEN, OPEN_UNESCAPED -> nodes.add(parseMustache());
        case OPEN_BLOCK -> nodes.add(parseBlock());
        case OPEN_INVERSE -> nodes.add(parseInvertedBlock());
        case OPEN_RAW_BLOCK -> nodes.add(parseRawBlock());
        case OPEN_PARTIAL ->
            throw new SyntaxException("Partials are not supported", token.offset());
        case OPEN_DECORATOR ->
            throw new SyntaxException("Decorators are not supported", token.offset());
        default -> {
          return nodes;
        }
      }
    }
  }

  private Node parseMustache() {
    Token open = lexer.next();
    boolean unescaped = open.kind() == Kind.OPEN_UNESCAPED;
    Syntax.Call call = parseCall();
    Token close = expect(unescaped ? Kind.CLOSE_UNESCAPED : Kind.CLOSE);
    boolean escaped = !unescaped && !open.text().endsWith("&");
    return new Node.Mustache(call, escaped, strip(open, close));
  }

  private static Node.Strip strip(Token open, Token close) {
    return new Node.Strip(open.stripsBefore(), close.stripsAfter());
  }

  /** The head of a block: what is called, the names it declares, and its tildes. */
  private record Head(Syntax.Call call, List<String> names, Node.Strip strip) {}

  private Head parseHead() {
    Token open = lexer.next();
    Syntax.Call call = parseCall();
    List<String> names = new ArrayList<>();
    if (lexer.peek().kind() == Kind.OPEN_NAMES) {
      lexer.next();
      do {
        names.add(name(expect(Kind.NAME)));
      } while (lexer.peek().kind() == Kind.NAME);
      expect(Kind.CLOSE_NAMES);
    }
    return new Head(call, List.copyOf(names), strip(open, expect(Kind.CLOSE)));
  }

  private static String name(Token token) {
    String text = token.text();
    return token.bracketed() ? text.substring(1, text.length() - 1) : text;
  }

  private Node parseBlock() {
    enter(LINKS_PER_LEVEL, lexer.peek().offset());
    Head head = parseHead();
    Program program = new Program(parseNodes(), head.names(), false);
    Inverse inverse = parseInverse(true);
    Node.Strip close = parseEnd(head);
    depth -= LINKS_PER_LEVEL;
    return block(head, program, inverse, close);
  }

  private static Node.Block block(
      Head head, Program program, @Nullable Inverse inverse, Node.Strip close) {
    return inverse == null
        ? new Node.Block(head.call(), program, null, head.strip(), Node.Strip.NONE, close)
        : new Node.Block(
            head.call(), program, inverse.close(close), head.strip(), inverse.strip(), close);
  }

  private Node parseInvertedBlock() {
    enter(LINKS_PER_LEVEL, lexer.peek().offset());
    Head head = parseHead();
    Program inverse = new Program(parseNodes(), head.names(), false);
    Inverse program = parseInverse(false);
    Node.Strip close = parseEnd(head);
    depth -= LINKS_PER_LEVEL;
    return new Node.Block(
        head.call(),
        program == null ? null : program.close(close),
        inverse,
        head.strip(),
        program == null ? Node.Strip.NONE : program.strip(),
        close);
  }

  /**
   * What follows an {@code else}: the inside of a plain one, or the block of an {@code else if},
   * which is complete only when its end is known.
   */
  private record Inverse(
      Node.Strip strip, Program program, @Nullable Head head, @Nullable Inverse next) {
    Program close(Node.Strip close) {
      if (head == null) {
        return program;
      }
      // The inner links of a chain take their own tildes for those of their end.
      Node.Block block = block(head, program, next, next == null ? close : next.strip());
      Node.Block closed =
          new Node.Block(
              block.call(),
              block.program(),
              block.inverse(),
              block.openStrip(),
              block.inverseStrip(),
              close);
      return new Program(List.of(closed), List.of(), true);
    }
  }

  private @Nullable Inverse parseInverse(boolean chains) {
    Token token = lexer.peek();
    if (token.kind() == Kind.INVERSE) {
      lexer.next();
      Node.Strip strip = new Node.Strip(token.stripsBefore(), token.stripsAfter());
      return new Inverse(strip, new Program(parseNodes(), List.of(), false), null, null);
    }
    if (!chains || token.kind() != Kind.OPEN_INVERSE_CHAIN) {
      return null;
    }
    enter(1, token.offset());
    Head head = parseHead();
    Program program = new Program(parseNodes(), head.names(), false);
    Inverse next = parseInverse(true);
    depth--;
    return new Inverse(head.strip(), program, head, next);
  }

  private Node.Strip parseEnd(Head head) {
    Token open = expect(Kind.OPEN_END_BLOCK);
    Syntax target = parseTarget();
    Token close = expect(Kind.CLOSE);
    if (!written(head.call().target()).equals(written(target))) {
      throw mismatch(head.call(), written(target), open.offset());
    }
    return strip(open, close);
  }

  private static SyntaxException mismatch(Syntax.Call opened, Object closed, int offset) {
    return new SyntaxException(
        "The block \"" + opened.path().original() + "\" is closed by \"" + closed + "\"", offset);
  }

  private static Object written(Syntax target) {
    return switch (target) {
      case Syntax.Path path -> Value.of(path.original());
      case Syntax.Literal literal -> literal.value();
      case Syntax.Nested nested -> nested;
    };
  }

  private Node parseRawBlock() {
    Token open = lexer.next();
    Syntax.Call call = parseCall();
    expect(Kind.CLOSE_RAW_BLOCK);
    List<Node> nodes = new ArrayList<>();
    while (lexer.peek().kind() == Kind.CONTENT) {
      nodes.add(new Node.Text(lexer.next().text()));
    }
    Token end = expect(Kind.END_RAW_BLOCK);
    if (!written(call.target()).equals(Value.of(end.text()))) {
      throw mismatch(call, end.text(), open.offset());
    }
    Program program = new Program(nodes, List.of(), false);
    return new Node.Block(call, program, null, Node.Strip.NONE, Node.Strip.NONE, Node.Strip.NONE);
  }

  private Syntax.Call parseCall() {
    Syntax target = parseTarget();
    List<Syntax> arguments = new ArrayList<>();
    while (startsArgument()) {
      arguments.add(parseArgument());
    }
    List<Syntax.Named> hash = new ArrayList<>();
    while (startsNamed()) {
      String name = name(lexer.next());
      lexer.next();
      hash.add(new Syntax.Named(name, parseArgument()));
    }
    return new Syntax.Call(target, List.copyOf(arguments), List.copyOf(hash));
  }

  private boolean startsNamed() {
    return lexer.peek().kind() == Kind.NAME && lexer.peekSecond().kind() == Kind.EQUALS;
  }

  private boolean startsArgument() {
    return switch (lexer.peek().kind()) {
      case NAME -> !startsNamed();
      case DATA, STRING, NUMBER, BOOLEAN, UNDEFINED, NULL, OPEN_CALL -> true;
      default -> false;
    };
  }

  private Syntax parseArgument() {
    Token open = lexer.peek();
    if (open.kind() != Kind.OPEN_CALL) {
      return parseTarget();
    }
    enter(LINKS_PER_LEVEL, open.offset());
    lexer.next();
    Syntax.Call call = parseCall();
    expect(Kind.CLOSE_CALL);
    depth -= LINKS_PER_LEVEL;
    return new Syntax.Nested(call, open.offset());
  }

  private Syntax parseTarget() {
    Token token = lexer.peek();
    return switch (token.kind()) {
      case NAME -> parsePath(false, token.offset());
      case DATA -> {
        lexer.next();
        yield parsePath(true, token.offset());
      }
      case STRING -> literal(Value.of(token.text()));
      case NUMBER -> literal(Value.of(Double.parseDouble(token.text())));
      case BOOLEAN -> literal(Value.of(token.text().equals("true")));
      case UNDEFINED -> literal(Value.undefined());
      case NULL -> literal(Value.nullValue());
      default -> throw unexpected(token, "a path or a value");
    };
  }

  private Syntax literal(Value value) {
    return new Syntax.Literal(value, lexer.next().offset());
  }

  private Syntax parsePath(boolean data, int offset) {
    StringBuilder original = new StringBuilder(data ? "@" : "");
    List<String> keys = new ArrayList<>();
    int levels = 0;
    Token segment = expect(Kind.NAME);
    while (true) {
      String key = name(segment);
      original.append(key);
      boolean context =
          !segment.bracketed() && (key.equals("..") || key.equals(".") || key.equals("this"));
      if (!context) {
        keys.add(key.intern());
      } else if (!keys.isEmpty()) {
        throw new SyntaxException(
            "\"" + key + "\" cannot follow a key, in the path \"" + original + "\"",
            segment.offset());
      } else if (key.equals("..")) {
        levels++;
      }
      if (lexer.peek().kind() != Kind.SEPARATOR) {
        return new Syntax.Path(data, levels, List.copyOf(keys), original.toString(), offset);
      }
      original.append(lexer.next().text());
      segment = expect(Kind.NAME);
    }
  }
}
