package dev.quintet.web.sessions;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.state.FieldType;

/// The table, under Django's name and number: a database that Django made has it already.
final class M0001Initial extends Migration {

    M0001Initial() {
        super("sessions", "0001_initial");
        operations(
                createModel(
                        model("Session")
                                .inTable("django_session")
                                .withFields(
                                        java.util.List.of(
                                                field("sessionKey", FieldType.text(40))
                                                        .inColumn("session_key")
                                                        .asKey(),
                                                field("sessionData", FieldType.text())
                                                        .inColumn("session_data")
                                                        .asSecret(),
                                                field("expireDate", FieldType.dateTime())
                                                        .inColumn("expire_date")
                                                        .indexed()))));
    }
}
