package topics.presses;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.HistoricalModels;
import dev.quintet.orm.HistoricalRow;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.FieldType;
import java.util.Map;

/// Publishers get a table of their own.
final class M0002Publishers extends Migration {

    M0002Publishers() {
        super("presses", "0002_publishers");
        dependsOn("presses", "0001_initial");
        operations(
                createModel("Publisher", id(), field("name", FieldType.text(100)).asUnique()),
                addField(
                        "Title",
                        foreignKey("publisher", "presses.Publisher", OnDelete.CASCADE).orNull()),
                runJava(M0002Publishers::split).reverseNothing(),
                removeField("Title", "press"));
    }

    private static void split(HistoricalModels models) {
        for (HistoricalRow title : models.all("presses.Title").list()) {
            var publisher =
                    models.all("presses.Publisher")
                            .getOrCreate(Map.of("name", title.get("press")), Map.of());
            title.set("publisher", publisher.object()).save();
        }
    }
}
