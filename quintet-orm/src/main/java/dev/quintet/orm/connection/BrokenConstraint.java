package dev.quintet.orm.connection;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.sql.Diagnosis;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells of a broken constraint in the words of the model that it belongs to.
final class BrokenConstraint {

    private BrokenConstraint() {}

    static IntegrityException of(
            Database database,
            Diagnosis diagnosis,
            String because,
            FailedStatement statement,
            SQLException cause) {
        ModelState model = modelOf(diagnosis.table());
        List<String> fields = fields(model, diagnosis);
        var broken =
                new IntegrityException.Broken(
                        diagnosis.kind(),
                        diagnosis.constraint(),
                        model == null ? null : model.label(),
                        fields);
        String about = about(model, fields, diagnosis);
        String named =
                diagnosis.constraint() == null
                        ? because
                        : "The constraint " + diagnosis.constraint() + ": " + because;
        return new IntegrityException(
                problem(diagnosis.kind(), about).because(named), broken, statement, cause);
    }

    private static Problem problem(Diagnosis.Kind kind, String about) {
        return switch (kind) {
            case UNIQUE ->
                    Problem.of("orm.E201", "There is a row with this value already: " + about + ".")
                            .fixedBy(
                                    "Take another value, or use getOrCreate() where several may"
                                            + " come first.");
            case FOREIGN_KEY ->
                    Problem.of("orm.E202", "A relation would lead nowhere: " + about + ".")
                            .fixedBy(
                                    "Save the row that is led to first, and delete the rows that"
                                            + " lead to it before it.");
            case NOT_NULL ->
                    Problem.of("orm.E203", "A value is missing: " + about + ".")
                            .fixedBy("Give it one, or make the field @Nullable and migrate.");
            case CHECK ->
                    Problem.of("orm.E204", "A row does not meet a condition: " + about + ".")
                            .fixedBy("Check it before, by fullClean().");
            case EXCLUSION -> Problem.of("orm.E205", "A row excludes another one: " + about + ".");
            default -> Problem.of("orm.E030", "A constraint of the database was broken.");
        };
    }

    private static String about(
            @Nullable ModelState model, List<String> fields, Diagnosis diagnosis) {
        if (model != null && !fields.isEmpty()) {
            return model.label() + "." + String.join(", ", fields);
        }
        String constraint = diagnosis.constraint();
        String where = model == null ? diagnosis.table() : model.label();
        if (constraint != null) {
            return constraint + (where == null ? "" : " of " + where);
        }
        return where == null ? "the database does not say where" : where;
    }

    private static @Nullable ModelState modelOf(@Nullable String table) {
        Context site = Context.find();
        Models models = site == null ? null : site.find(Models.KEY).orElse(null);
        if (models == null || table == null) {
            return null;
        }
        for (ModelMapping<?> mapping : models.list()) {
            if (mapping.state().table().equalsIgnoreCase(table)) {
                return mapping.state();
            }
        }
        return null;
    }

    private static List<String> fields(@Nullable ModelState model, Diagnosis diagnosis) {
        if (model == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (String column : diagnosis.columns()) {
            for (FieldState field : model.columns()) {
                if (field.column().equalsIgnoreCase(column)) {
                    found.add(field.name());
                }
            }
        }
        boolean key = found.isEmpty() && "PRIMARY".equals(diagnosis.constraint());
        return key ? model.key().stream().map(FieldState::name).toList() : found;
    }
}
