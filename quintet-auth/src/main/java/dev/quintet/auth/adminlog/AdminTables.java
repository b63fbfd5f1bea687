package dev.quintet.auth.adminlog;

import dev.quintet.auth.AuthSettings;
import dev.quintet.migrations.Migration;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import java.util.List;

/// How the table of the admin's history came about, under Django's names and numbers.
///
/// The database guards its key of a user, whichever model that is; the model here sees a number,
/// because it cannot know the model.
final class AdminTables {

    private static final String APP = "admin";
    private static final String USER = AuthSettings.USER_MODEL.name();

    private AdminTables() {}

    static List<Migration> migrations() {
        return List.of(
                new Initial(),
                new Later("0002_logentry_remove_auto_add", "0001_initial"),
                new Later(
                        "0003_logentry_add_action_flag_choices", "0002_logentry_remove_auto_add"));
    }

    private static final class Initial extends Migration {

        Initial() {
            super(APP, "0001_initial");
            dependsOn("contenttypes", "0001_initial");
            dependsOnModelOf(USER);
            FieldState guarded =
                    foreignKey("userId", modelOf(USER), OnDelete.CASCADE).inColumn("user_id");
            FieldState number =
                    field("userId", FieldType.int64()).inColumn("user_id").named("user").indexed();
            operations(
                    separately(
                            List.of(new CreateModel(entry(guarded))),
                            List.of(new CreateModel(entry(number)))));
        }

        private ModelState entry(FieldState user) {
            return model("LogEntry")
                    .inTable("django_admin_log")
                    .withFields(
                            List.of(
                                    field("id", FieldType.auto32()).asKey(),
                                    field("actionTime", FieldType.dateTime())
                                            .inColumn("action_time")
                                            .named("action time")
                                            .hidden(),
                                    user,
                                    foreignKey(
                                                    "contentType",
                                                    "contenttypes.ContentType",
                                                    OnDelete.SET_NULL)
                                            .inColumn("content_type_id")
                                            .named("content type")
                                            .orNull()
                                            .orBlank(),
                                    field("objectId", FieldType.text())
                                            .inColumn("object_id")
                                            .named("object id")
                                            .orNull()
                                            .orBlank(),
                                    field("objectRepr", FieldType.text(200))
                                            .inColumn("object_repr")
                                            .named("object repr"),
                                    field("actionFlag", FieldType.int16().orMore())
                                            .inColumn("action_flag")
                                            .named("action flag"),
                                    field("changeMessage", FieldType.text())
                                            .inColumn("change_message")
                                            .named("change message")
                                            .orBlank()))
                    .named("log entry", "log entries")
                    .orderedBy("-actionTime");
        }
    }

    private static final class Later extends Migration {

        Later(String name, String before) {
            super(APP, name);
            dependsOn(APP, before);
        }
    }
}
