package dev.quintet.processor;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads a relation to rows of any model, and refuses one whose two fields are not there.
final class GenericReader {

    private static final String TYPE = "contentType";
    private static final String KEY = "objectId";

    private final TypeElement model;
    private final Elements elements;
    private final Report report;

    GenericReader(TypeElement model, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
    }

    /// Returns the relation, or `null` when it was refused.
    ModelField.@Nullable Generic read(VariableElement field) {
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            report.refuse(
                    model,
                    field,
                    Problem.of(
                                    "processor.E008",
                                    "The relation '" + field.getSimpleName() + "' is not final.")
                            .because(
                                    "A relation belongs to its object; it is changed by set(), not"
                                            + " by assignment.")
                            .fixedBy("Declare it 'public final'."));
            return null;
        }
        ModelField.Tie tie = tie(field, elements, "");
        List<VariableElement> there = Fields.of(model);
        boolean typed = checkType(field, tie, there);
        return checkKey(field, tie, there) && typed ? new ModelField.Generic(field, tie) : null;
    }

    /// {@return the two fields that a relation leads by, as it names them}
    ///
    /// @param back what queries call the way back
    static ModelField.Tie tie(VariableElement field, Elements elements, String back) {
        Mirror said = Mirror.of(field, Orm.GENERIC_KEY, elements);
        return new ModelField.Tie(
                field.getSimpleName().toString(),
                said.exists() ? said.text("type") : TYPE,
                said.exists() ? said.text("key") : KEY,
                back);
    }

    private boolean checkType(
            VariableElement field, ModelField.Tie tie, List<VariableElement> there) {
        List<String> fit = new ArrayList<>();
        for (VariableElement one : there) {
            if (Fields.name(one.asType()).equals(Orm.FOREIGN_KEY) && leadsToTypes(one)) {
                fit.add(one.getSimpleName().toString());
            }
        }
        if (fit.contains(tie.type())) {
            return true;
        }
        String nearest = Nearest.question(tie.type(), fit);
        refuse(
                field,
                "type",
                Problem.of(
                                "processor.E055",
                                model.getSimpleName()
                                        + " has no ForeignKey<ContentType> '"
                                        + tie.type()
                                        + "'.")
                        .because("It says of which model the row is that a generic key leads to.")
                        .fixedBy(
                                nearest != null
                                        ? nearest
                                        : fit.isEmpty()
                                                ? "Add 'public final ForeignKey<ContentType> "
                                                        + tie.type()
                                                        + " = foreignKey(CASCADE);'."
                                                : "Name it: @GenericKey(type = \""
                                                        + fit.getFirst()
                                                        + "\")."));
        return false;
    }

    private boolean leadsToTypes(VariableElement one) {
        TypeElement target = Fields.target(one.asType());
        return target != null
                && ModelName.hasTable(target)
                && ModelName.of(target, elements).table().equals(Orm.CONTENT_TYPES);
    }

    private boolean checkKey(
            VariableElement field, ModelField.Tie tie, List<VariableElement> there) {
        List<String> fit = new ArrayList<>();
        for (VariableElement one : there) {
            FieldKind kind = Fields.isRelation(one.asType()) ? null : Kinds.of(one.asType());
            if (kind != null
                    && (kind.whole() || kind == FieldKind.TEXT || kind == FieldKind.UUID)
                    && !Mirror.of(one, Orm.ID, elements).exists()) {
                fit.add(one.getSimpleName().toString());
            }
        }
        if (fit.contains(tie.key())) {
            return true;
        }
        String nearest = Nearest.question(tie.key(), fit);
        refuse(
                field,
                "key",
                Problem.of(
                                "processor.E056",
                                model.getSimpleName()
                                        + " has no field '"
                                        + tie.key()
                                        + "' that can keep the key of a row.")
                        .because("It is a whole number, a UUID, or a String for keys of all types.")
                        .fixedBy(
                                nearest != null
                                        ? nearest
                                        : "Add 'public long "
                                                + tie.key()
                                                + ";', or name one: @GenericKey(key = \"...\")."));
        return false;
    }

    private void refuse(VariableElement field, String member, Problem problem) {
        Mirror said = Mirror.of(field, Orm.GENERIC_KEY, elements);
        if (said.exists()) {
            report.refuse(model, field, said, member, problem);
        } else {
            report.refuse(model, field, problem);
        }
    }
}
