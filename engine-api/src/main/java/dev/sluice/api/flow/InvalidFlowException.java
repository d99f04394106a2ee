package dev.sluice.api.flow;

import java.util.List;
import java.util.stream.Collectors;

/** A flow has errors. It carries all of them, and the warnings that were found with them. */
public final class InvalidFlowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * A flow cannot be used.
   *
   * @param problems why, at least one of them an error
   */
  public InvalidFlowException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong.
   *
   * @return all problems, in the order of the flow
   */
  public List<Problem> problems() {
    return problems;
  }
}
