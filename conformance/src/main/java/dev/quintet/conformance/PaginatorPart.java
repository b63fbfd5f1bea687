package dev.quintet.conformance;

import dev.quintet.kernel.pagination.InvalidPageException;
import dev.quintet.kernel.pagination.Page;
import dev.quintet.kernel.pagination.Paginator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Pages of lists: arguments are count, page size, orphans, whether an empty first page is allowed,
/// and the page.
final class PaginatorPart implements Part {

    @Override
    public boolean covers(Case recorded) {
        return recorded.area().equals("paginator") || recorded.area().startsWith("paginator.");
    }

    @Override
    public Outcome run(Case c) {
        List<Object> args = Tagged.STANDARD.list(c.raw("args"));
        long count = (Long) args.get(0);
        Paginator<Long> paginator =
                Paginator.of(
                                LongStream.rangeClosed(1, count).boxed().toList(),
                                Math.toIntExact((Long) args.get(1)))
                        .orphans(Math.toIntExact((Long) args.get(2)))
                        .allowEmptyFirstPage((Boolean) args.get(3));
        Object got;
        try {
            got =
                    switch (c.area()) {
                        case "paginator" -> whole(paginator);
                        case "paginator.page" -> page(page(paginator, args.get(4)));
                        case "paginator.get_page" -> getPage(paginator, args.get(4)).number();
                        case "paginator.elided" ->
                                paginator
                                        .elidedPageRange(
                                                page(paginator, args.get(4)).number(), 2, 1)
                                        .stream()
                                        .map(String::valueOf)
                                        .toList();
                        default -> throw new UncoveredException(c.area());
                    };
        } catch (InvalidPageException wrong) {
            String kind =
                    wrong.reason() == InvalidPageException.Reason.NOT_A_NUMBER
                            ? "PageNotAnInteger"
                            : "EmptyPage";
            return Outcome.compare(
                    c.raw("error") + ": " + c.raw("message") + ".",
                    kind + ": " + wrong.problem().problem());
        }
        return c.has("error")
                ? Outcome.failed(c.raw("error"), got)
                : Outcome.compare(c.value("result"), got);
    }

    private static Object whole(Paginator<Long> paginator) {
        return Map.of(
                "num_pages",
                paginator.numPages(),
                "count",
                paginator.count(),
                "page_range",
                paginator.pageRange());
    }

    /// A visitor's number is text; Django's tests also give whole and broken fractions.
    private static Page<Long> page(Paginator<Long> paginator, @Nullable Object number) {
        return switch (number) {
            case Long whole -> paginator.page(whole);
            case Double fraction when fraction == Math.rint(fraction) ->
                    paginator.page(fraction.longValue());
            case null -> paginator.page(null);
            default -> paginator.page(String.valueOf(number));
        };
    }

    private static Page<Long> getPage(Paginator<Long> paginator, @Nullable Object number) {
        return switch (number) {
            case Long whole -> paginator.getPage(whole);
            case Double fraction when fraction == Math.rint(fraction) ->
                    paginator.getPage(fraction.longValue());
            case null -> paginator.getPage(null);
            default -> paginator.getPage(String.valueOf(number));
        };
    }

    private static Object page(Page<Long> page) {
        var got = new LinkedHashMap<String, Object>();
        got.put("number", page.number());
        got.put("objects", page.objectList());
        got.put("start", page.startIndex());
        got.put("end", page.endIndex());
        got.put("has_next", page.hasNext());
        got.put("has_previous", page.hasPrevious());
        got.put("has_other", page.hasOtherPages());
        got.put("str", page.toString());
        return got;
    }
}
