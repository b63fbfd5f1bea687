package dev.quintet.conformance.realdb.polls.migrations;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.FieldType;

/// Create model Question.
///
/// Create model Choice.
public final class M0001Initial extends Migration {

    /// For the app's list of migrations.
    public M0001Initial() {
        super("polls", "0001_initial");
        operations(
                createModel(
                        "Question",
                        id(),
                        field("questionText", FieldType.text(200)).inColumn("question_text"),
                        field("pubDate", FieldType.dateTime())
                                .inColumn("pub_date")
                                .named("date published")),
                createModel(
                        "Choice",
                        id(),
                        field("choiceText", FieldType.text(200)).inColumn("choice_text"),
                        field("votes", FieldType.int32()),
                        foreignKey("question", "polls.Question", OnDelete.CASCADE)));
    }
}
