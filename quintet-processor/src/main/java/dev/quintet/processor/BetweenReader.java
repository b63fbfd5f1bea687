package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.JavaNames;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads the table between the two models of a many-to-many relation.
final class BetweenReader {

    private final TypeElement model;
    private final Elements elements;
    private final Report report;

    BetweenReader(TypeElement model, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
    }

    /// Returns the table seen from the declaring model, or `null` when it was refused.
    ModelField.@Nullable Between read(
            ModelName declaring, VariableElement declaration, ModelName declared) {
        Mirror through = Mirror.of(declaration, Orm.THROUGH, elements);
        TypeElement between = through.type("model");
        boolean self = declaring.type().equals(declared.type());
        boolean both =
                self && Mirror.of(declaration, Orm.FIELD, elements).flag("symmetrical", true);
        if (between != null && ModelName.hasTable(between)) {
            return overModel(
                    declaring, declaration, declared, ModelName.of(between, elements), both);
        }
        String table = through.text("table");
        String from = through.text("from");
        String to = through.text("to");
        return new ModelField.Between(
                table.isEmpty()
                        ? declaring.table() + "_" + JavaNames.snake(name(declaration))
                        : table,
                from.isEmpty() ? (self ? "from_" : "") + lower(declaring) + "_id" : from,
                to.isEmpty() ? (self ? "to_" : "") + lower(declared) + "_id" : to,
                null,
                both);
    }

    private ModelField.@Nullable Between overModel(
            ModelName declaring,
            VariableElement declaration,
            ModelName declared,
            ModelName between,
            boolean symmetrical) {
        List<String> said = Mirror.of(declaration, Orm.THROUGH, elements).texts("fields");
        VariableElement from = key(between, declaring, said.isEmpty() ? null : said.getFirst(), 0);
        boolean self = declaring.type().equals(declared.type());
        VariableElement to =
                key(between, declared, said.size() < 2 ? null : said.get(1), self ? 1 : 0);
        if (from == null || to == null) {
            report.refuse(
                    model,
                    declaration,
                    Mirror.of(declaration, Orm.THROUGH, elements),
                    "model",
                    Problem.of(
                                    "processor.E034",
                                    between.simple()
                                            + " does not stand between "
                                            + declaring.simple()
                                            + " and "
                                            + declared.simple()
                                            + ".")
                            .because(
                                    "It needs a ForeignKey<"
                                            + declaring.simple()
                                            + "> and a ForeignKey<"
                                            + declared.simple()
                                            + ">.")
                            .fixedBy(
                                    "Add them, or name them where there are several: fields = {\"from\", \"to\"}."));
            return null;
        }
        return new ModelField.Between(
                between.table(),
                FieldReader.column(from, "_id", elements),
                FieldReader.column(to, "_id", elements),
                between,
                symmetrical);
    }

    private @Nullable VariableElement key(
            ModelName between, ModelName target, @Nullable String said, int number) {
        int found = 0;
        for (VariableElement field : Fields.of(between.type())) {
            boolean key =
                    switch (Fields.name(field.asType())) {
                        case Orm.FOREIGN_KEY, Orm.ONE_TO_ONE -> true;
                        default -> false;
                    };
            if (key && target.type().equals(Fields.target(field.asType()))) {
                if (said == null ? found == number : name(field).equals(said)) {
                    return field;
                }
                found++;
            }
        }
        return null;
    }

    private static String lower(ModelName name) {
        return name.simple().toLowerCase(Locale.ROOT);
    }

    private static String name(VariableElement field) {
        return field.getSimpleName().toString();
    }
}
