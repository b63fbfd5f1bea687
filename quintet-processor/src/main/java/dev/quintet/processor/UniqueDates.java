package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/// Fields whose values are unique for a day, a month or a year of another field.
final class UniqueDates {

    private static final List<String> PARTS = List.of("date", "month", "year");

    private UniqueDates() {}

    /// A field, the one of its day, and what of the day counts.
    record Unique(String field, String date, String part) {}

    static List<Unique> of(ModelField.Plain field) {
        List<Unique> all = new ArrayList<>();
        for (String part : PARTS) {
            String date = field.options().text(option(part));
            if (!date.isEmpty()) {
                all.add(new Unique(field.name(), date, part));
            }
        }
        return all;
    }

    static void check(
            TypeElement model, List<ModelField> fields, Elements elements, Report report) {
        for (ModelField one : fields) {
            if (!(one instanceof ModelField.Plain field)) {
                continue;
            }
            for (Unique unique : of(field)) {
                boolean day =
                        fields.stream()
                                .anyMatch(other ->
                                        other.name().equals(unique.date()) && isDay(other));
                if (!day) {
                    report.refuse(
                            model,
                            field.element(),
                            Mirror.of(field.element(), Orm.FIELD, elements),
                            option(unique.part()),
                            Problem.of(
                                            "processor.E040",
                                            model.getSimpleName()
                                                    + " has no field '"
                                                    + unique.date()
                                                    + "' of days that '"
                                                    + field.name()
                                                    + "' could be unique for.")
                                    .fixedBy(
                                            "Name a field of type LocalDate, LocalDateTime or Instant."));
                }
            }
        }
    }

    private static String option(String part) {
        return "uniqueFor" + Character.toUpperCase(part.charAt(0)) + part.substring(1);
    }

    private static boolean isDay(ModelField field) {
        return field instanceof ModelField.Plain plain
                && switch (plain.kind()) {
                    case DATE, DATE_TIME, INSTANT -> true;
                    default -> false;
                };
    }
}
