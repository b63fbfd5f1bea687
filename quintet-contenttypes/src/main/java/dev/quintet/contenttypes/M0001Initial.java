package dev.quintet.contenttypes;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.state.FieldType;
import java.util.List;

/// The table, under Django's name and number: a database that Django made has it already.
final class M0001Initial extends Migration {

    M0001Initial() {
        super("contenttypes", "0001_initial");
        operations(
                createModel(
                        model("ContentType")
                                .inTable("django_content_type")
                                .withFields(
                                        List.of(
                                                field("id", FieldType.auto32()).asKey(),
                                                field("name", FieldType.text(100)),
                                                field("appLabel", FieldType.text(100))
                                                        .inColumn("app_label"),
                                                field("model", FieldType.text(100))
                                                        .named("python model class name")))
                                .named("content type", "content types")
                                .orderedBy("name")),
                alterUniqueTogether("ContentType", List.of("appLabel", "model")));
    }
}
