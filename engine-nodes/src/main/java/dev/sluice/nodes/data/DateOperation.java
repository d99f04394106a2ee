package dev.sluice.nodes.data;

/** What a Date/Time node does. */
enum DateOperation {
  ADD,
  SUBTRACT,
  FORMAT,
  GET_DATE_PART,
  SET_DATE_PART,
  DIFF,
  DAYS_IN_MONTH,
  START_OF_TIME,
  TO_ARRAY,
  TO_OBJECT,
  UNIX_TIMESTAMP_SECONDS,
  UNIX_TIMESTAMP_MILLISECONDS;

  boolean needsNumber() {
    return this == ADD || this == SUBTRACT || this == SET_DATE_PART;
  }
}
