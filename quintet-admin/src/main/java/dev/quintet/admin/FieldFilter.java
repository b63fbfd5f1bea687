package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;
import static dev.quintet.kernel.i18n.Gettext.lazy;

import dev.quintet.http.Request;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.orm.ColumnText;
import dev.quintet.orm.Condition;
import dev.quintet.orm.Entity;
import dev.quintet.orm.LimitTo;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.Q;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A filter by a field's values, of the kind that suits the field: choices, truth values, dates,
/// rows that it leads to, or all values that there are.
///
/// @param <M> the model
final class FieldFilter<M extends Entity> extends ListFilter<M> {

    private static final int MOST_CHOICES = 200;

    private final FieldAt at;
    private final String exact;
    private final String isNull;

    FieldFilter(FieldAt at) {
        super(lazy(at::label));
        this.at = at;
        this.exact =
                at.isRelation()
                        ? at.path() + "__" + targetKey(at) + "__exact"
                        : at.path() + "__exact";
        this.isNull = at.path() + "__isnull";
    }

    private static String targetKey(FieldAt at) {
        ModelMapping<?> target = target(at);
        return target.hasCompositeKey() ? "pk" : target.key().name();
    }

    private static ModelMapping<?> target(FieldAt at) {
        return way(at).target().get();
    }

    private static ModelRelation way(FieldAt at) {
        ModelRelation relation = at.relation();
        if (relation == null) {
            throw new IllegalStateException(at.path() + " leads nowhere.");
        }
        return relation;
    }

    private QuerySet<?> offered() {
        return LimitTo.offered(at.model(), way(at));
    }

    /// {@return the path of the field}
    String path() {
        return at.path();
    }

    private boolean dated() {
        return !at.isRelation()
                && switch (at.sqlType()) {
                    case SqlType.Date _, SqlType.Timestamp _, SqlType.LocalTimestamp _ -> true;
                    case null, default -> false;
                };
    }

    @Override
    Set<String> parameters() {
        var all = new LinkedHashSet<String>();
        all.add(isNull);
        if (dated()) {
            all.add(at.path() + "__gte");
            all.add(at.path() + "__lt");
        } else {
            all.add(exact);
        }
        return all;
    }

    @Override
    List<FilterChoice> choices(Request request, QuerySet<M> rows) {
        var all = new ArrayList<FilterChoice>();
        if (at.isRelation()) {
            for (Entity row : offered().limit(MOST_CHOICES)) {
                all.add(new FilterChoice(row.toString(), Map.of(exact, RowKey.text(row))));
            }
        } else if (!at.choices().isEmpty()) {
            for (FieldState.Choice choice : at.choices()) {
                all.add(
                        new FilterChoice(
                                choice.shownLabel(), Map.of(exact, choice.value().toString())));
            }
        } else if (dated()) {
            dates(all);
        } else if (at.sqlType() instanceof SqlType.Bool) {
            all.add(new FilterChoice(gettextLazy("Yes"), Map.of(exact, "1")));
            all.add(new FilterChoice(gettextLazy("No"), Map.of(exact, "0")));
        } else {
            for (Object value :
                    rows.orderBy(at.path()).distinct().valuesFlat(at.path()).limit(MOST_CHOICES)) {
                if (value != null) {
                    all.add(new FilterChoice(value.toString(), Map.of(exact, value.toString())));
                }
            }
        }
        if (at.field().nullable() && !dated()) {
            all.add(new FilterChoice(gettextLazy("Empty"), Map.of(isNull, "True")));
        }
        return all;
    }

    /// Days as the visitor's clock has them.
    private void dates(List<FilterChoice> all) {
        ZoneId zone = TimeZones.active();
        LocalDate today = TimeZones.today();
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        all.add(between(gettextLazy("Today"), today, today.plusDays(1), zone));
        all.add(between(gettextLazy("Past 7 days"), today.minusDays(7), today.plusDays(1), zone));
        all.add(between(gettextLazy("This month"), month, month.plusMonths(1), zone));
        all.add(between(gettextLazy("This year"), year, year.plusYears(1), zone));
        if (at.field().nullable()) {
            all.add(new FilterChoice(gettextLazy("No date"), Map.of(isNull, "True")));
            all.add(new FilterChoice(gettextLazy("Has date"), Map.of(isNull, "False")));
        }
    }

    private FilterChoice between(CharSequence label, LocalDate from, LocalDate to, ZoneId zone) {
        return new FilterChoice(
                label,
                Map.of(at.path() + "__gte", text(from, zone), at.path() + "__lt", text(to, zone)));
    }

    private String text(LocalDate day, ZoneId zone) {
        return switch (at.sqlType()) {
            case SqlType.Timestamp _ -> day.atStartOfDay(zone).toInstant().toString();
            case SqlType.LocalTimestamp _ -> day.atStartOfDay().toString();
            case null, default -> day.toString();
        };
    }

    @Override
    QuerySet<M> apply(QuerySet<M> rows, Map<String, String> given) throws BadLookupException {
        Condition<Object> wanted = condition(given);
        QuerySet<M> found = rows.filter(wanted);
        return at.many() ? found.distinct() : found;
    }

    /// {@return what rows must satisfy}
    Condition<Object> condition(Map<String, String> given) throws BadLookupException {
        var all = new ArrayList<Condition<?>>();
        for (var one : new LinkedHashMap<>(given).entrySet()) {
            all.add(Q.of(one.getKey(), value(one.getKey(), one.getValue())));
        }
        return Q.all(all);
    }

    private Object value(String parameter, String text) throws BadLookupException {
        Object value;
        if (parameter.equals(isNull)) {
            value = ColumnText.read(new SqlType.Bool(), text);
        } else if (at.isRelation()) {
            value = RowKey.read(target(at), text);
        } else {
            value = ColumnText.read(at.sqlType(), text);
        }
        if (value == null) {
            throw new BadLookupException();
        }
        return value;
    }
}
