package dev.sluice.nodes.script.plain;

/** A call of a function of the language. */
record Call(BuiltIn function, Expression[] arguments) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    return function.apply(Operands.of(arguments, frame), frame);
  }
}
