package dev.sluice.core.language.expression;

import org.jspecify.annotations.Nullable;

/** An operator between two operands. */
sealed interface BinaryOperator permits Logic, Relation, Arithmetic {
  /** How tightly it binds. */
  Level level();

  /** The operator that is written so; the power operator is none, its syntax is of its own. */
  static @Nullable BinaryOperator of(String symbol) {
    return switch (symbol) {
      case "||" -> Logic.OR;
      case "&&" -> Logic.AND;
      case "==" -> Relation.EQUAL;
      case "!=" -> Relation.NOT_EQUAL;
      case "===" -> Relation.STRICTLY_EQUAL;
      case "!==" -> Relation.NOT_STRICTLY_EQUAL;
      case "<" -> Relation.LESS;
      case "<=" -> Relation.LESS_OR_EQUAL;
      case ">" -> Relation.GREATER;
      case ">=" -> Relation.GREATER_OR_EQUAL;
      case "<<" -> Arithmetic.SHIFT_LEFT;
      case ">>" -> Arithmetic.SHIFT_RIGHT;
      case "+" -> Arithmetic.ADD;
      case "-" -> Arithmetic.SUBTRACT;
      case "*" -> Arithmetic.MULTIPLY;
      case "/" -> Arithmetic.DIVIDE;
      case "%" -> Arithmetic.REMAINDER;
      default -> null;
    };
  }
}
