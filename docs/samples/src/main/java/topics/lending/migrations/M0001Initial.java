package topics.lending.migrations;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.state.FieldType;

public final class M0001Initial extends Migration {

    public M0001Initial() {
        super("lending", "0001_initial");
        operations(
                createModel(
                        "Loan",
                        id(),
                        field("borrower", FieldType.text(80)),
                        field("due", FieldType.date())));
    }
}
