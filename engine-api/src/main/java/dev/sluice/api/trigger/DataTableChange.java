package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;

/**
 * Rows of a data table changed: fires triggers of the type {@code dataTable}. Immutable.
 *
 * @param tableId the data table's id
 * @param change what changed
 * @param circumstances when and by whom
 */
public record DataTableChange(String tableId, Change change, Circumstances circumstances)
    implements Fact {
  /** What changed in a data table. Rows have {@code id}, {@code createdAt}, {@code updatedAt}. */
  public sealed interface Change permits Insert, BulkInsert, Update, Delete {
    /**
     * What becomes {@code data}.
     *
     * @return the action and its fields
     */
    ObjectValue toJson();
  }

  /**
   * A row was added.
   *
   * @param newRow the row
   */
  public record Insert(ObjectValue newRow) implements Change {
    @Override
    public ObjectValue toJson() {
      return new Fields().put("action", "insert").put("newRow", newRow).build();
    }
  }

  /**
   * Rows were added together.
   *
   * @param rowIds the ids of the rows that were added
   * @param errorCount how many could not be added
   */
  public record BulkInsert(List<String> rowIds, int errorCount) implements Change {
    /** Copies the list, so that it never changes. */
    public BulkInsert {
      rowIds = List.copyOf(rowIds);
    }

    @Override
    public ObjectValue toJson() {
      return new Fields()
          .put("action", "bulkInsert")
          .put("count", rowIds.size())
          .put("errorCount", errorCount)
          .put("rowIds", Fields.texts(rowIds))
          .build();
    }
  }

  /**
   * A row was changed. It fires nothing if no value is another than before.
   *
   * @param newRow the row as it is
   * @param oldRow the row as it was
   */
  public record Update(ObjectValue newRow, ObjectValue oldRow) implements Change {
    @Override
    public ObjectValue toJson() {
      return new Fields()
          .put("action", "update")
          .put("newRow", newRow)
          .put("oldRow", oldRow)
          .build();
    }
  }

  /**
   * A row was removed.
   *
   * @param oldRow the row as it was
   */
  public record Delete(ObjectValue oldRow) implements Change {
    @Override
    public ObjectValue toJson() {
      return new Fields().put("action", "delete").put("oldRow", oldRow).build();
    }
  }

  /**
   * A change.
   *
   * @param tableId the data table's id
   * @param change what changed
   * @return a fact
   */
  public static DataTableChange of(String tableId, Change change) {
    return new DataTableChange(tableId, change, Circumstances.unknown());
  }

  @Override
  public DataTableChange in(Circumstances other) {
    return new DataTableChange(tableId, change, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("dataTable")
        .with("triggerId", Value.of(tableId))
        .withData(change.toJson());
  }
}
