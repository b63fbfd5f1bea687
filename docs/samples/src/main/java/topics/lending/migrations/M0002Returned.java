package topics.lending.migrations;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.state.FieldType;

public final class M0002Returned extends Migration {

    public M0002Returned() {
        super("lending", "0002_returned");
        dependsOn("lending", "0001_initial");
        operations(addField("Loan", field("returned", FieldType.date()).orNull().orBlank()));
    }
}
