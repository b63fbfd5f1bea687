package dev.quintet.admin;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import java.util.List;

/// The tables that the admin has besides Django's.
final class M0004QuintetAdmin extends Migration {

    private static final int NAME = 100;
    private static final int LABEL = 200;
    private static final int STATE = 20;

    M0004QuintetAdmin() {
        super("admin", "0004_quintet_admin");
        dependsOn("admin", "0003_logentry_add_action_flag_choices");
        operations(
                createModel(
                        model("BulkRun")
                                .inTable("quintet_admin_run")
                                .withFields(
                                        List.of(
                                                field("id", FieldType.bigAuto()).asKey(),
                                                field("userId", FieldType.text(NAME))
                                                        .inColumn("user_id")
                                                        .indexed(),
                                                field("site", FieldType.text(NAME)),
                                                field("model", FieldType.text(LABEL)),
                                                field("label", FieldType.text(LABEL)),
                                                field("state", FieldType.text(STATE))
                                                        .among(
                                                                List.of(
                                                                        choice(
                                                                                "RUNNING",
                                                                                "Running"),
                                                                        choice("DONE", "Done"),
                                                                        choice(
                                                                                "STOPPED",
                                                                                "Stopped"),
                                                                        choice(
                                                                                "FAILED",
                                                                                "Failed"))),
                                                field("total", FieldType.int32()),
                                                field("done", FieldType.int32()),
                                                field("changed", FieldType.int32()),
                                                field("refused", FieldType.int32()),
                                                field("problem", FieldType.text()).orBlank(),
                                                field("stopping", FieldType.bool()),
                                                field("firstEntry", FieldType.int32())
                                                        .inColumn("first_entry"),
                                                field("lastEntry", FieldType.int32())
                                                        .inColumn("last_entry"),
                                                field("undoes", FieldType.int64()).orNull(),
                                                field("started", FieldType.dateTime()),
                                                field("heard", FieldType.dateTime())))
                                .with(index("quintet_admin_run_model", "model", "id"))
                                .named("bulk change", "bulk changes")
                                .orderedBy("-id")
                                .about(about -> about.defaultPermissions())),
                createModel(
                        model("SavedFilter")
                                .inTable("quintet_admin_filter")
                                .withFields(
                                        List.of(
                                                field("id", FieldType.bigAuto()).asKey(),
                                                field("userId", FieldType.text(NAME))
                                                        .inColumn("user_id"),
                                                field("site", FieldType.text(NAME)),
                                                field("model", FieldType.text(LABEL)),
                                                field("name", FieldType.text(NAME)),
                                                field("query", FieldType.text()).orBlank(),
                                                field("shared", FieldType.bool())))
                                .with(index("quintet_admin_filter_who", "model", "userId"))
                                .named("saved filter", "saved filters")
                                .orderedBy("name", "id")
                                .about(about ->
                                        about.defaultPermissions()
                                                .permission(
                                                        "share_savedfilter",
                                                        "Can share saved filters"))));
    }

    private static FieldState.Choice choice(String value, String label) {
        return new FieldState.Choice(value, label, "");
    }
}
