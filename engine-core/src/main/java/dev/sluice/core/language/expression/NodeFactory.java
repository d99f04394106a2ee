package dev.sluice.core.language.expression;

import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.StringValue;
import java.util.ArrayList;
import java.util.List;

/** Makes the node that suits its operands best, a constant where they are constants. */
final class NodeFactory {
  private final Payload nothing = Payload.empty();

  Node not(Node operand) {
    return folded(new NotNode(operand), List.of(operand));
  }

  Node sign(Node operand, boolean negative) {
    return folded(new SignNode(operand, negative), List.of(operand));
  }

  Node power(Node base, Node exponent) {
    return folded(new PowerNode(base, exponent), List.of(base, exponent));
  }

  Node call(NamedFunction function, List<Node> arguments) {
    return folded(function.call().apply(arguments), arguments);
  }

  /** Operands joined by operators of one level, one before each operand but the first. */
  Node chain(Node first, List<BinaryOperator> operators, List<Node> others) {
    return switch (operators.getFirst()) {
      case Logic logic -> logic(logic, first, others);
      case Relation relation ->
          others.size() == 1
              ? relation(first, relation, others.getFirst())
              : relations(first, operators.stream().map(Relation.class::cast).toList(), others);
      case Arithmetic arithmetic ->
          arithmetic(first, operators.stream().map(Arithmetic.class::cast).toList(), others);
    };
  }

  private Node logic(Logic logic, Node first, List<Node> others) {
    boolean settling = logic == Logic.OR;
    List<Node> terms = new ArrayList<>(others.size() + 1);
    terms.add(first);
    terms.addAll(others);
    List<Node> kept = new ArrayList<>(terms.size());
    for (int i = 0; i < terms.size(); i++) {
      boolean last = i == terms.size() - 1;
      Node term = terms.get(i);
      if (!(term instanceof ConstantNode constant)) {
        kept.add(term);
      } else if (constant.isTruthy() == settling) {
        kept.add(term);
        break;
      } else if (last) {
        kept.add(term);
      }
    }
    return kept.size() == 1 ? kept.getFirst() : new LogicNode(logic, kept);
  }

  private Node relation(Node left, Relation relation, Node right) {
    if (left instanceof ConstantNode && right instanceof ConstantNode) {
      return folded(new RelationNode(left, relation, right), List.of(left, right));
    }
    if (!relation.isEquality()) {
      return left.isNumeric() || right.isNumeric()
          ? new NumberRelationNode(left, relation, right)
          : new RelationNode(left, relation, right);
    }
    if (left.isNumeric() && right.isNumeric()) {
      return new NumberRelationNode(left, relation, right);
    }
    if (right instanceof ConstantNode constant) {
      return equality(left, relation, constant);
    }
    return left instanceof ConstantNode constant
        ? equality(right, relation, constant)
        : new RelationNode(left, relation, right);
  }

  private static Node equality(Node operand, Relation relation, ConstantNode constant) {
    if (!relation.isStrict()) {
      return constant.value().isPresent()
          ? new RelationNode(operand, relation, constant)
          : new AbsenceNode(operand, relation.isNegated());
    }
    return switch (constant.value()) {
      case StringValue string -> new TextEqualityNode(operand, string.text(), relation.isNegated());
      case NumberValue number ->
          new NumberEqualityNode(operand, number.number(), relation.isNegated());
      default -> new RelationNode(operand, relation, constant);
    };
  }

  private Node relations(Node first, List<Relation> relations, List<Node> others) {
    Node node = new RelationChainNode(first, relations, others);
    return first instanceof ConstantNode ? folded(node, others) : node;
  }

  /** What begins with constants is calculated up to the first operand that is none. */
  private Node arithmetic(Node first, List<Arithmetic> operators, List<Node> others) {
    if (!(first instanceof ConstantNode)) {
      return unfoldedArithmetic(first, operators, others);
    }
    int constants = 0;
    while (constants < others.size() && others.get(constants) instanceof ConstantNode) {
      constants++;
    }
    if (constants == 0) {
      return unfoldedArithmetic(first, operators, others);
    }
    Node start =
        constant(
            unfoldedArithmetic(
                first, operators.subList(0, constants), others.subList(0, constants)));
    return constants == others.size()
        ? start
        : unfoldedArithmetic(
            start,
            operators.subList(constants, operators.size()),
            others.subList(constants, others.size()));
  }

  private static Node unfoldedArithmetic(
      Node first, List<Arithmetic> operators, List<Node> others) {
    boolean onNumbers =
        !operators.contains(Arithmetic.ADD)
            || (first.isNumeric() && others.stream().allMatch(Node::isNumeric));
    if (onNumbers) {
      return new ArithmeticNode(first, operators, others);
    }
    return others.size() == 1
        ? new AdditionNode(first, others.getFirst())
        : new SumNode(first, operators, others);
  }

  private Node folded(Node node, List<Node> operands) {
    for (Node operand : operands) {
      if (!(operand instanceof ConstantNode)) {
        return node;
      }
    }
    return constant(node);
  }

  private Node constant(Node node) {
    return new ConstantNode(node.evaluate(nothing));
  }
}
