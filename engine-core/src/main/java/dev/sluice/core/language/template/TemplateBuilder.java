package dev.sluice.core.language.template;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.language.SyntaxException;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.UndefinedValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.template.helper.CallShape;
import dev.sluice.core.language.template.helper.Helper;
import dev.sluice.core.language.template.helper.HelperLibrary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a parsed template into the parts that render it, choosing for each the plainest class. */
final class TemplateBuilder {
  /** The helpers that only make sense as a block, and lookup. */
  private static final Set<String> BUILT_IN =
      Set.of("if", "unless", "each", "with", "lookup", "log");

  private final HelperLibrary helpers;

  /** The block parameters of the programs around, innermost first. */
  private final Deque<List<String>> names = new ArrayDeque<>();

  private TemplateBuilder(HelperLibrary helpers) {
    this.helpers = helpers;
  }

  static Part build(Program program, HelperLibrary helpers) {
    return new TemplateBuilder(helpers).body(program);
  }

  /**
   * The term of a mustache that is a whole template.
   *
   * @return null if it names something that can only be a block
   */
  static @Nullable Term operand(Node.Mustache mustache, HelperLibrary helpers) {
    String name = builtIn(mustache.call());
    return name == null || name.equals("lookup") || name.equals("log")
        ? new TemplateBuilder(helpers).value(mustache.call(), false)
        : null;
  }

  /** Whether a mustache refers to a value and calls no helper. */
  static boolean isReference(Node.Mustache mustache, HelperLibrary helpers) {
    Syntax.Call call = mustache.call();
    Syntax.Path path = call.path();
    return !call.hasArguments()
        && builtIn(call) == null
        && !(path.isSimple() && helpers.find(path.keys().getFirst()) != null);
  }

  private Blocks.Body body(@Nullable Program program) {
    if (program == null) {
      return Blocks.Body.EMPTY;
    }
    boolean declares = !program.names().isEmpty();
    if (declares) {
      names.push(program.names());
    }
    List<Part> parts = new ArrayList<>();
    for (Node node : program.nodes()) {
      switch (node) {
        case Node.Text text -> {
          if (!text.value.isEmpty()) {
            parts.add(new Blocks.OfText(text.value));
          }
        }
        case Node.Comment comment -> {}
        case Node.Mustache mustache -> parts.add(mustache(mustache));
        case Node.Block block -> parts.add(block(block));
      }
    }
    if (declares) {
      names.pop();
    }
    return new Blocks.Body(joinLeadingTerms(parts), declares);
  }

  private static List<Part> joinLeadingTerms(List<Part> parts) {
    List<Term> leading = new ArrayList<>();
    for (Part part : parts) {
      if (!(part instanceof Blocks.OfTerm printed)) {
        break;
      }
      leading.add(printed.term());
    }
    if (leading.size() < 2) {
      return List.copyOf(parts);
    }
    List<Part> joined = new ArrayList<>();
    joined.add(new Blocks.OfLeadingTerms(List.copyOf(leading)));
    joined.addAll(parts.subList(leading.size(), parts.size()));
    return List.copyOf(joined);
  }

  private Part mustache(Node.Mustache mustache) {
    Term term = value(mustache.call(), false);
    return mustache.escaped() && !isMarkup(mustache.call())
        ? new Blocks.OfEscapedTerm(term)
        : new Blocks.OfTerm(term);
  }

  private boolean isMarkup(Syntax.Call call) {
    Syntax.Path path = call.path();
    return path.isSimple() && nameIndex(path) == null && helpers.isMarkup(path.keys().getFirst());
  }

  private Part block(Node.Block block) {
    Syntax.Call call = block.call();
    String builtIn = builtIn(call);
    Syntax.Path path = call.path();
    boolean parameter = isParameter(path);
    if (builtIn != null && !parameter) {
      return builtInBlock(builtIn, block);
    }
    Helper helper = path.isSimple() && !parameter ? find(path, call.hasArguments()) : null;
    if (parameter || (helper == null && !call.hasArguments())) {
      return new Blocks.OfSection(path(path), body(block.program()), body(block.inverse()));
    }
    Term term = value(call, false);
    return isCondition(term)
        ? new Blocks.OfCondition(term, body(block.program()), body(block.inverse()))
        : new Blocks.OfTerm(term);
  }

  private static boolean isCondition(Term term) {
    return switch (term) {
      case Calls.OfCondition condition -> true;
      case Calls.OfMeasuredCondition condition -> true;
      case Calls.OfIgnoring ignoring -> isCondition(ignoring.call());
      default -> false;
    };
  }

  private Part builtInBlock(String name, Node.Block block) {
    Syntax.Call call = block.call();
    if (name.equals("log") || name.equals("lookup")) {
      return new Blocks.OfTerm(builtInValue(name, call));
    }
    if (call.arguments().size() != 1) {
      return new Blocks.OfTerm(
          new Calls.OfFailure("The block #" + name + " needs exactly one argument"));
    }
    Term subject = term(call.arguments().getFirst());
    Blocks.Body body = body(block.program());
    Blocks.Body otherwise = body(block.inverse());
    return switch (name) {
      case "if" -> new Blocks.OfIf(subject, named(call, "includeZero"), body, otherwise);
      case "unless" -> new Blocks.OfIf(subject, named(call, "includeZero"), otherwise, body);
      case "each" -> new Blocks.OfEach(subject, body, otherwise);
      default -> new Blocks.OfWith(subject, body, otherwise);
    };
  }

  private Term named(Syntax.Call call, String name) {
    for (Syntax.Named named : call.hash()) {
      if (named.name().equals(name)) {
        return term(named.value());
      }
    }
    return new Paths.OfLiteral(Value.undefined());
  }

  /** The built-in helper that a call is of; Handlebars asks only for the first key then. */
  private static @Nullable String builtIn(Syntax.Call call) {
    Syntax.Path path = call.path();
    if (path.keys().isEmpty() || !BUILT_IN.contains(path.keys().getFirst())) {
      return null;
    }
    return call.hasArguments() || path.isSimple() ? path.keys().getFirst() : null;
  }

  /**
   * What a mustache, a block's head or a nested call gives.
   *
   * @param nested whether it stands in parentheses, where everything is a call
   */
  private Term value(Syntax.Call call, boolean nested) {
    Syntax.Path path = call.path();
    if (isParameter(path)) {
      // Handlebars takes it for the value whatever arguments it has.
      return path(path);
    }
    boolean definite = nested || call.hasArguments();
    String builtIn = builtIn(call);
    if (builtIn != null) {
      return builtInValue(builtIn, call);
    }
    Helper helper = path.isSimple() ? find(path, definite) : null;
    if (helper != null) {
      return call(helper, call, path.offset());
    }
    return definite
        ? ignoring(
            0,
            arguments(call),
            hash(call),
            new Calls.OfMissing(path.original(), path(path), !call.arguments().isEmpty()))
        : path(path);
  }

  /** A definite call is looked up as it was written, an @ included; a bare name without. */
  private @Nullable Helper find(Syntax.Path path, boolean definite) {
    return helpers.find(definite ? path.original() : path.keys().getFirst());
  }

  private Term builtInValue(String name, Syntax.Call call) {
    return switch (name) {
      case "lookup" ->
          switch (call.arguments().size()) {
            case 0 -> new Calls.OfFailure("The helper lookup needs two arguments");
            case 2 -> {
              List<Term> arguments = arguments(call);
              yield ignoring(
                  2, arguments, hash(call), new Calls.OfLookup(arguments.get(0), arguments.get(1)));
            }
            default -> new Calls.OfFailingLookup(term(call.arguments().getFirst()));
          };
      // Where to log to is not a template's to choose.
      case "log" -> new Paths.OfLiteral(Value.undefined());
      default -> new Calls.OfFailure("The helper " + name + " needs a block");
    };
  }

  private Term term(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Path path -> path(path);
      case Syntax.Literal literal -> new Paths.OfLiteral(literal.value());
      case Syntax.Nested nested -> value(nested.call(), true);
    };
  }

  private Term path(Syntax.Path path) {
    List<String> keys = path.keys();
    if (path.depth() == 0 && !keys.isEmpty() && !path.isScoped()) {
      int[] at = nameIndex(path);
      if (at != null) {
        return new Paths.OfName(at[0], at[1], keys.getFirst(), below(keys));
      }
    }
    if (!keys.isEmpty() && keys.getFirst().isEmpty()) {
      // Handlebars takes an empty first key for no key.
      keys = List.of();
    }
    if (path.data() && !keys.isEmpty()) {
      return new Paths.OfData(path.depth(), keys.getFirst(), keys.subList(1, keys.size()));
    }
    return path.depth() > 0
        ? new Paths.OfOuter(path.depth(), PayloadPath.of(keys))
        : new Paths.OfKeys(PayloadPath.of(keys));
  }

  private boolean isParameter(Syntax.Path path) {
    return path.isSimple() && nameIndex(path) != null;
  }

  private static PayloadPath below(List<String> keys) {
    return PayloadPath.of(keys.subList(1, keys.size()));
  }

  /** How many declaring programs up, and at which place, a path's first key is declared. */
  private int @Nullable [] nameIndex(Syntax.Path path) {
    if (names.isEmpty() || path.keys().isEmpty()) {
      return null;
    }
    int depth = 0;
    for (List<String> declared : names) {
      int index = declared.indexOf(path.keys().getFirst());
      if (index >= 0) {
        return new int[] {depth, index};
      }
      depth++;
    }
    return null;
  }

  /**
   * The named arguments. Of those with the same name the first counts, at the place of the last.
   * One that is written out as undefined is none, as in Handlebars.
   */
  private List<Calls.NamedTerm> hash(Syntax.Call call) {
    if (call.hash().isEmpty()) {
      return List.of();
    }
    Map<String, Syntax> values = new LinkedHashMap<>();
    for (Syntax.Named named : call.hash().reversed()) {
      values.put(named.name(), named.value());
    }
    List<Calls.NamedTerm> terms = new ArrayList<>();
    values.values().removeIf(TemplateBuilder::isUndefined);
    values.forEach((name, value) -> terms.addFirst(new Calls.NamedTerm(name, term(value))));
    return List.copyOf(terms);
  }

  private static boolean isUndefined(Syntax value) {
    return value instanceof Syntax.Literal literal && literal.value() instanceof UndefinedValue;
  }

  private List<Term> arguments(Syntax.Call call) {
    return call.arguments().stream().map(this::term).toList();
  }

  private Term call(Helper found, Syntax.Call call, int offset) {
    List<Term> arguments = arguments(call);
    List<Calls.NamedTerm> hash = hash(call);
    Helper helper = found;
    while (helper instanceof Helper.Prepared prepared) {
      try {
        helper = prepared.prepare(new Shape(arguments, hash));
      } catch (EvaluationException e) {
        throw new SyntaxException(String.valueOf(e.getMessage()), offset);
      }
    }
    return switch (helper) {
      case Helper.OfOne one ->
          ignoring(1, arguments, hash, new Calls.OfOne(one, argument(arguments, 0)));
      case Helper.OfTwo two ->
          ignoring(
              2,
              arguments,
              hash,
              new Calls.OfTwo(two, argument(arguments, 0), argument(arguments, 1)));
      case Helper.Condition condition ->
          ignoring(
              2,
              arguments,
              hash,
              new Calls.OfCondition(condition, argument(arguments, 0), argument(arguments, 1)));
      case Helper.MeasuredCondition condition ->
          ignoring(
              2,
              arguments,
              hash,
              new Calls.OfMeasuredCondition(
                  condition, argument(arguments, 0), argument(arguments, 1)));
      case Helper.OfCall general -> new Calls.OfCall(general, arguments, hash);
      case Helper.Prepared prepared -> throw new IllegalStateException("Not prepared");
    };
  }

  /** Calls among the arguments that a helper does not look at happen all the same. */
  private static Term ignoring(
      int used, List<Term> arguments, List<Calls.NamedTerm> hash, Term call) {
    List<Term> ignored = new ArrayList<>();
    for (int i = used; i < arguments.size(); i++) {
      ignored.add(arguments.get(i));
    }
    hash.forEach(named -> ignored.add(named.term()));
    ignored.removeIf(term -> term instanceof Paths.OfKeys || term instanceof Paths.OfLiteral);
    return ignored.isEmpty() ? call : new Calls.OfIgnoring(List.copyOf(ignored), call);
  }

  private static Term argument(List<Term> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : new Paths.OfLiteral(Value.undefined());
  }

  /** What is known of a call at compile time. */
  private record Shape(List<Term> arguments, List<Calls.NamedTerm> hash) implements CallShape {
    @Override
    public int count() {
      return arguments.size();
    }

    @Override
    public Optional<Value> constant(int index) {
      return constant(argument(arguments, index));
    }

    @Override
    public Optional<Value> constant(String name) {
      for (Calls.NamedTerm named : hash) {
        if (named.name().equals(name)) {
          return constant(named.term());
        }
      }
      return Optional.of(Value.undefined());
    }

    private static Optional<Value> constant(Term term) {
      return term instanceof Paths.OfLiteral literal
          ? Optional.of(literal.value())
          : Optional.empty();
    }
  }
}
