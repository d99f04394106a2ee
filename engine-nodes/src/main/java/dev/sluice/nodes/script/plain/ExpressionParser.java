package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;
import dev.sluice.nodes.script.plain.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses expressions, and refuses those that plain scripts do not have. */
final class ExpressionParser {
  /** How tightly each operator of two operands binds. */
  private static final Map<String, Integer> BINDING =
      Map.ofEntries(
          Map.entry("??", 1),
          Map.entry("||", 2),
          Map.entry("&&", 3),
          Map.entry("|", 4),
          Map.entry("^", 5),
          Map.entry("&", 6),
          Map.entry("==", 7),
          Map.entry("!=", 7),
          Map.entry("===", 7),
          Map.entry("!==", 7),
          Map.entry("<", 8),
          Map.entry("<=", 8),
          Map.entry(">", 8),
          Map.entry(">=", 8),
          Map.entry("in", 8),
          Map.entry("<<", 9),
          Map.entry(">>", 9),
          Map.entry(">>>", 9),
          Map.entry("+", 10),
          Map.entry("-", 10),
          Map.entry("*", 11),
          Map.entry("/", 11),
          Map.entry("%", 11));

  private static final Set<String> ASSIGNING =
      Set.of("+=", "-=", "*=", "/=", "%=", "<<=", ">>=", ">>>=", "&=", "|=", "^=");

  private final Cursor cursor;
  private final Scopes scopes;
  private final CallParser calls;

  ExpressionParser(Cursor cursor, Scopes scopes, StatementParser statements) {
    this.cursor = cursor;
    this.scopes = scopes;
    this.calls = new CallParser(cursor, scopes, this, statements);
  }

  /** An expression, or several with commas between. */
  Expression sequence() {
    Expression first = assignment();
    for (int links = 0; cursor.accept(","); links++) {
      cursor.checkLength(links);
      first = new Sequence(first, assignment());
    }
    return first;
  }

  Expression assignment() {
    cursor.enter();
    Expression left = conditional();
    Token sign = cursor.current();
    Expression result = left;
    if (sign.is("=")) {
      result = new Assignment(place(left), takeAssigned());
    } else if (sign.is("??=")) {
      result = new Completing(place(left), Connective.COALESCE, takeAssigned());
    } else if (sign.is("||=")) {
      result = new Completing(place(left), Connective.OR, takeAssigned());
    } else if (sign.is("&&=")) {
      result = new Completing(place(left), Connective.AND, takeAssigned());
    } else if (sign.kind() == Kind.SIGN && ASSIGNING.contains(sign.text())) {
      String operator = sign.text().substring(0, sign.text().length() - 1);
      result = new Modification(place(left), operator(operator), takeAssigned());
    }
    cursor.leave();
    return result;
  }

  private Expression takeAssigned() {
    cursor.take();
    return assignment();
  }

  private static Place place(Expression expression) {
    if (expression instanceof Place place) {
      checkMayChange(place);
      return place;
    }
    throw new BeyondPlainException();
  }

  private static void checkMayChange(Place place) {
    boolean mayChange =
        switch (place) {
          case Local local -> local.mayChange();
          // It is not an entry.
          case Member member -> !member.name().equals("length");
          case Element ignored -> true;
        };
    if (!mayChange) {
      throw new BeyondPlainException();
    }
  }

  private Expression conditional() {
    Expression condition = operation(1);
    if (!cursor.accept("?")) {
      return condition;
    }
    Expression yes = assignment();
    cursor.expect(":");
    return new Choice(condition, yes, assignment());
  }

  /** Operators of two operands that bind at least so tightly. */
  private Expression operation(int tightness) {
    Expression left = unary();
    for (int links = 0; ; links++) {
      String operator = cursor.current().text();
      int binding = isOperator() ? BINDING.getOrDefault(operator, 0) : 0;
      if (binding < tightness) {
        return left;
      }
      cursor.checkLength(links);
      cursor.take();
      cursor.enter();
      Expression right = operation(binding + 1);
      cursor.leave();
      left = operation(operator, left, right);
    }
  }

  private boolean isOperator() {
    return cursor.current().kind() == Kind.SIGN || cursor.current().isWord("in");
  }

  private static Expression operation(String operator, Expression left, Expression right) {
    return switch (operator) {
      case "??" -> new Connection(Connective.COALESCE, left, right);
      case "||" -> new Connection(Connective.OR, left, right);
      case "&&" -> new Connection(Connective.AND, left, right);
      case "in" -> new Has(left, right);
      case "+" -> new Sum(left, right);
      case "==" -> new Comparison(Relation.EQUAL, left, right);
      case "!=" -> new Comparison(Relation.NOT_EQUAL, left, right);
      case "===" -> new Comparison(Relation.STRICTLY_EQUAL, left, right);
      case "!==" -> new Comparison(Relation.NOT_STRICTLY_EQUAL, left, right);
      case "<" -> new Comparison(Relation.LESS, left, right);
      case "<=" -> new Comparison(Relation.LESS_OR_EQUAL, left, right);
      case ">" -> new Comparison(Relation.GREATER, left, right);
      case ">=" -> new Comparison(Relation.GREATER_OR_EQUAL, left, right);
      default -> new Calculation(arithmetic(operator), left, right);
    };
  }

  private static BinaryOperator operator(String operator) {
    return operator.equals("+") ? Addition.PLUS : arithmetic(operator);
  }

  private static Arithmetic arithmetic(String operator) {
    return switch (operator) {
      case "-" -> Arithmetic.SUBTRACT;
      case "*" -> Arithmetic.MULTIPLY;
      case "/" -> Arithmetic.DIVIDE;
      case "%" -> Arithmetic.REMAINDER;
      case "&" -> Arithmetic.AND;
      case "|" -> Arithmetic.OR;
      case "^" -> Arithmetic.XOR;
      case "<<" -> Arithmetic.SHIFT_LEFT;
      case ">>" -> Arithmetic.SHIFT_RIGHT;
      case ">>>" -> Arithmetic.SHIFT_RIGHT_UNSIGNED;
      default -> throw new BeyondPlainException();
    };
  }

  private Expression unary() {
    cursor.enter();
    Expression result = unaryWithin();
    cursor.leave();
    return result;
  }

  private Expression unaryWithin() {
    if (cursor.accept("!")) {
      return new Not(unary());
    }
    if (cursor.accept("-")) {
      return new Sign(Sign.Kind.MINUS, unary());
    }
    if (cursor.accept("+")) {
      return new Sign(Sign.Kind.PLUS, unary());
    }
    if (cursor.accept("~")) {
      return new Sign(Sign.Kind.COMPLEMENT, unary());
    }
    if (cursor.accept("++")) {
      return new Update(place(unary()), 1, false);
    }
    if (cursor.accept("--")) {
      return new Update(place(unary()), -1, false);
    }
    if (cursor.acceptWord("typeof")) {
      return new TypeOf(unary());
    }
    if (cursor.acceptWord("delete")) {
      return delete(unary());
    }
    return updated(linked());
  }

  private static Expression delete(Expression expression) {
    return switch (expression) {
      case Member member -> new Delete(member);
      case Element element -> new DeleteElement(element);
      default -> throw new BeyondPlainException();
    };
  }

  private Expression updated(Expression expression) {
    Token sign = cursor.current();
    if (!sign.is("++") && !sign.is("--")) {
      return expression;
    }
    if (sign.onNewLine()) {
      throw new BeyondPlainException();
    }
    cursor.take();
    return new Update(place(expression), sign.is("++") ? 1 : -1, true);
  }

  /** An operand and what is taken of it. */
  private Expression linked() {
    Expression expression = primary();
    boolean optional = false;
    for (int links = 0; ; links++) {
      cursor.checkLength(links);
      Token sign = cursor.current();
      if (sign.is(".")) {
        cursor.take();
        expression = calls.member(expression, memberName());
      } else if (sign.is("[")) {
        cursor.take();
        expression = element(expression);
      } else if (sign.is("?.")) {
        cursor.take();
        optional = true;
        expression = optionalLink(new OptionalLink(expression));
      } else if (sign.is("(") || sign.is("`")) {
        throw new BeyondPlainException();
      } else {
        return optional ? new Chain(expression) : expression;
      }
    }
  }

  private Expression optionalLink(OptionalLink link) {
    if (cursor.accept("[")) {
      return element(link);
    }
    return calls.member(link, memberName());
  }

  private String memberName() {
    String name = cursor.expectName();
    if (Inherited.has(name) && !name.equals("toString")) {
      throw new BeyondPlainException();
    }
    return name;
  }

  private Expression element(Expression owner) {
    Expression key = sequence();
    cursor.expect("]");
    if (cursor.current().is("(")) {
      throw new BeyondPlainException();
    }
    return key instanceof Literal(Value value) && value.equals(Value.of("length"))
        ? new Member(owner, "length")
        : new Element(owner, key);
  }

  private Expression primary() {
    Token token = cursor.current();
    return switch (token.kind()) {
      case NUMBER -> new Literal(Value.of(cursor.take().number()));
      case STRING -> new Literal(Value.of(cursor.take().text()));
      case NAME -> named(cursor.take().text());
      case SIGN ->
          switch (token.text()) {
            case "(" -> parenthesized();
            case "[" -> array();
            case "{" -> object();
            case "`" -> template();
            default -> throw new BeyondPlainException();
          };
      case END -> throw new BeyondPlainException();
    };
  }

  private Expression named(String name) {
    Local local = scopes.find(name);
    if (local != null) {
      return local;
    }
    return switch (name) {
      case "true" -> new Literal(Value.of(true));
      case "false" -> new Literal(Value.of(false));
      case "null" -> new Literal(Value.nullValue());
      case "undefined" -> new Literal(Value.undefined());
      case "NaN" -> new Literal(Value.of(Double.NaN));
      case "Infinity" -> new Literal(Value.of(Double.POSITIVE_INFINITY));
      default -> calls.global(name);
    };
  }

  /** What is in parentheses is no longer a place, and no longer part of a chain. */
  private Expression parenthesized() {
    cursor.take();
    cursor.enter();
    Expression within = sequence();
    cursor.leave();
    cursor.expect(")");
    return within instanceof Place ? new Chain(within) : within;
  }

  private Expression array() {
    cursor.take();
    List<Expression> values = new ArrayList<>();
    boolean spreads = false;
    while (!cursor.accept("]")) {
      if (cursor.accept("...")) {
        spreads = true;
        values.add(new Spread(assignment()));
      } else {
        values.add(assignment());
      }
      separate("]");
    }
    Expression[] all = values.toArray(Expression[]::new);
    return spreads ? new ArrayAssembly(all) : new ArrayLiteral(all);
  }

  /** A comma, or the end. */
  private void separate(String end) {
    if (!cursor.accept(",") && !cursor.current().is(end)) {
      throw new BeyondPlainException();
    }
  }

  private Expression object() {
    cursor.take();
    List<ObjectAssembly.Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean isPlain = true;
    while (!cursor.accept("}")) {
      ObjectAssembly.Entry entry = entry();
      isPlain &=
          entry.key() instanceof Literal(Value key)
              && !Inherited.has(key.toText())
              && names.add(key.toText());
      entries.add(entry);
      separate("}");
    }
    if (!isPlain) {
      return new ObjectAssembly(entries.toArray(ObjectAssembly.Entry[]::new));
    }
    return new ObjectLiteral(
        names(entries),
        entries.stream().map(ObjectAssembly.Entry::value).toArray(Expression[]::new));
  }

  private static String[] names(List<ObjectAssembly.Entry> entries) {
    return entries.stream()
        .map(entry -> ((Literal) entry.key()).value().toText().intern())
        .toArray(String[]::new);
  }

  private ObjectAssembly.Entry entry() {
    if (cursor.accept("...")) {
      Expression spread = new Spread(assignment());
      return new ObjectAssembly.Entry(spread, spread);
    }
    if (cursor.accept("[")) {
      Expression key = assignment();
      cursor.expect("]");
      cursor.expect(":");
      return new ObjectAssembly.Entry(key, assignment());
    }
    Token key = cursor.take();
    String name =
        switch (key.kind()) {
          case NAME, STRING -> key.text();
          case NUMBER -> Value.of(key.number()).toText();
          default -> throw new BeyondPlainException();
        };
    if (Inherited.has(name)) {
      throw new BeyondPlainException();
    }
    Literal literal = new Literal(Value.of(name));
    if (cursor.accept(":")) {
      return new ObjectAssembly.Entry(literal, assignment());
    }
    Local local = key.kind() == Kind.NAME ? scopes.find(name) : null;
    if (local == null) {
      throw new BeyondPlainException();
    }
    return new ObjectAssembly.Entry(literal, local);
  }

  private Expression template() {
    List<String> texts = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (true) {
      StringBuilder text = new StringBuilder();
      boolean last = cursor.templatePiece(text);
      texts.add(text.toString());
      if (last) {
        return new Template(texts.toArray(String[]::new), values.toArray(Expression[]::new));
      }
      values.add(sequence());
      if (!cursor.current().is("}")) {
        throw new BeyondPlainException();
      }
    }
  }
}
