package dev.quintet.kernel.pagination;

import dev.quintet.kernel.pagination.InvalidPageException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Cuts a long list into pages. Django: `Paginator`.
///
/// Counts once, when first asked; for one request, by one thread.
///
/// @param <T> what it is a list of
public final class Paginator<T> {

    private static final String ELLIPSIS = "…";

    private final PageSource<T> source;
    private final int perPage;
    private final int orphans;
    private final boolean allowEmptyFirstPage;
    private long count;

    private Paginator(
            PageSource<T> source,
            int perPage,
            int orphans,
            boolean allowEmptyFirstPage,
            long count) {
        if (perPage < 1 || orphans < 0) {
            throw new IllegalArgumentException(
                    "A page holds one or more, and orphans are none or more: "
                            + perPage
                            + ", "
                            + orphans);
        }
        this.source = Objects.requireNonNull(source, "source");
        this.perPage = perPage;
        this.orphans = orphans;
        this.allowEmptyFirstPage = allowEmptyFirstPage;
        this.count = count;
    }

    /// {@return pages of `source`, each of `perPage`}
    public static <T> Paginator<T> of(PageSource<T> source, int perPage) {
        return new Paginator<>(source, perPage, 0, true, -1);
    }

    /// {@return pages of `list`, each of `perPage`}
    public static <T> Paginator<T> of(List<T> list, int perPage) {
        return new Paginator<>(new InMemory<>(list), perPage, 0, true, -1);
    }

    /// {@return a paginator whose last page takes up to `orphans` more, rather than leave them
    /// alone}
    public Paginator<T> orphans(int orphans) {
        return new Paginator<>(source, perPage, orphans, allowEmptyFirstPage, count);
    }

    /// {@return a paginator without even a first page where there is nothing, or with one}
    public Paginator<T> allowEmptyFirstPage(boolean allow) {
        return new Paginator<>(source, perPage, orphans, allow, count);
    }

    /// {@return a paginator that takes this for the count and never asks: for a count from a cache,
    /// or an estimate}
    public Paginator<T> counted(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("A count is zero or more: " + count);
        }
        return new Paginator<>(source, perPage, orphans, allowEmptyFirstPage, count);
    }

    /// {@return how many there are in all}
    public long count() {
        if (count < 0) {
            count = source.count();
        }
        return count;
    }

    /// {@return how many a page holds}
    public int perPage() {
        return perPage;
    }

    /// {@return how many pages there are}
    public long numPages() {
        if (count() == 0 && !allowEmptyFirstPage) {
            return 0;
        }
        long hits = Math.max(1, count() - orphans);
        return Math.ceilDiv(hits, (long) perPage);
    }

    /// {@return the numbers of the pages, from 1; read it only where they are few}
    public List<Long> pageRange() {
        return LongStream.rangeClosed(1, numPages()).boxed().toList();
    }

    /// {@return what stands for left-out numbers in an elided range}
    public String ellipsis() {
        return ELLIPSIS;
    }

    /// {@return the numbers around `number`, three on each side, and two at each end}
    ///
    /// @throws InvalidPageException when there is no such page
    public List<Object> elidedPageRange(long number) {
        return elidedPageRange(number, 3, 2);
    }

    /// {@return the numbers around `number` and at both ends, as {@link Long}s, with {@link
    /// #ellipsis} where some are left out}
    ///
    /// @param onEachSide how many numbers before and after `number`
    /// @param onEnds how many numbers at each end
    /// @throws InvalidPageException when there is no such page
    public List<Object> elidedPageRange(long number, int onEachSide, int onEnds) {
        long pages = validated(number);
        var range = new ArrayList<Object>();
        if (pages <= (onEachSide + onEnds) * 2L) {
            add(range, 1, pages);
            return range;
        }
        if (number > 1L + onEachSide + onEnds + 1) {
            add(range, 1, onEnds);
            range.add(ELLIPSIS);
            add(range, number - onEachSide, number);
        } else {
            add(range, 1, number);
        }
        if (number < pages - onEachSide - onEnds - 1) {
            add(range, number + 1, number + onEachSide);
            range.add(ELLIPSIS);
            add(range, pages - onEnds + 1, pages);
        } else {
            add(range, number + 1, pages);
        }
        return range;
    }

    /// {@return the page of this number, counted from 1}
    ///
    /// @throws InvalidPageException when there is none
    public Page<T> page(long number) {
        long pages = validated(number);
        long bottom = (number - 1) * perPage;
        long size = number == pages ? Math.max(0, count() - bottom) : perPage;
        List<T> objects = size == 0 ? List.of() : source.slice(bottom, (int) size);
        return new Page<>(objects, number, this);
    }

    /// {@return the page of this number, as a visitor typed it}
    ///
    /// @throws InvalidPageException when there is none, or it is no number
    public Page<T> page(@Nullable String number) {
        return page(parsed(number));
    }

    /// {@return the page of this number, the last page where there is none of this number}
    ///
    /// @throws InvalidPageException when there is no page at all
    public Page<T> getPage(long number) {
        try {
            return page(number);
        } catch (InvalidPageException _) {
            return page(numPages());
        }
    }

    /// {@return the page of this number, as a visitor typed it: the first page where it is no
    /// number, the last where there is no page of this number}
    ///
    /// @throws InvalidPageException when there is no page at all
    public Page<T> getPage(@Nullable String number) {
        long wanted;
        try {
            wanted = parsed(number);
        } catch (InvalidPageException _) {
            return page(1);
        }
        return getPage(wanted);
    }

    private long validated(long number) {
        if (number < 1) {
            throw new InvalidPageException(Reason.BELOW_ONE);
        }
        long pages = numPages();
        if (number > pages) {
            throw new InvalidPageException(Reason.BEYOND_LAST);
        }
        return pages;
    }

    private static long parsed(@Nullable String number) {
        if (number == null) {
            throw new InvalidPageException(Reason.NOT_A_NUMBER);
        }
        String digits = number.strip();
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException _) {
            boolean huge = digits.matches("[+-]?[0-9]{19,200}");
            if (huge) {
                return digits.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            throw new InvalidPageException(Reason.NOT_A_NUMBER);
        }
    }

    private static void add(List<Object> range, long first, long last) {
        for (long number = first; number <= last; number++) {
            range.add(number);
        }
    }

    @Override
    public String toString() {
        return "Paginator[" + perPage + " a page]";
    }

    private record InMemory<T>(List<T> list) implements PageSource<T> {

        @Override
        public long count() {
            return list.size();
        }

        @Override
        public List<T> slice(long offset, int limit) {
            int from = (int) Math.min(offset, list.size());
            return list.subList(from, (int) Math.min((long) from + limit, list.size()));
        }
    }
}
