package dev.sluice.nodes.script.plain;

/** What stands after three dots; what is made of it makes of it what it needs. */
record Spread(Expression all) implements Expression {
  @Override
  public Object evaluate(Frame frame) {
    return all.evaluate(frame);
  }
}
