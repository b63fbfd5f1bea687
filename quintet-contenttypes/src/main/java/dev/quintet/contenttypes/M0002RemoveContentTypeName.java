package dev.quintet.contenttypes;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.state.FieldType;

/// Takes the name out of the table: the model itself says it. Going back fills it with the bare
/// name, as Django does.
final class M0002RemoveContentTypeName extends Migration {

    M0002RemoveContentTypeName() {
        super("contenttypes", "0002_remove_content_type_name");
        dependsOn("contenttypes", "0001_initial");
        operations(
                alterModelOptions(
                        "ContentType", options -> options.named("content type", "content types")),
                alterField("ContentType", field("name", FieldType.text(100)).orNull()),
                runSql().reverse("UPDATE django_content_type SET name = model"),
                removeField("ContentType", "name"));
    }
}
