package topics.presses;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.state.FieldType;
import java.util.List;

/// Books with the names of their publishers, and a few of them.
final class M0001Initial extends Migration {

    M0001Initial() {
        super("presses", "0001_initial");
        operations(
                createModel(
                        "Title",
                        id(),
                        field("name", FieldType.text(100)),
                        field("press", FieldType.text(100))),
                runJava(
                                models -> {
                                    for (String name : List.of("Emma", "Persuasion")) {
                                        models.all("presses.Title")
                                                .create(one ->
                                                        one.set("name", name)
                                                                .set("press", "Murray"));
                                    }
                                    models.all("presses.Title")
                                            .create(one ->
                                                    one.set("name", "Dracula")
                                                            .set("press", "Constable"));
                                })
                        .reverseNothing());
    }
}
