package dev.quintet.admin;

import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.List;

/// The pages of an inline that has too many rows for one. Each page is saved by itself.
///
/// @param address of the form, with what else it says
/// @param name in the address
/// @param number of the page, from 1
/// @param size rows of a page
/// @param total rows of all pages
record InlinePages(QueryParams address, String name, int number, int size, long total) {

    /// {@return the page that an address asks for}
    static InlinePages of(Request request, String stem, QuerySet<?> rows, int size) {
        String name = stem + "-page";
        String asked = request.query().get(name, "1");
        long total = rows.orderBy().count();
        int last = (int) Math.ceilDiv(total, size);
        int number = asked.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(asked) : 1;
        return new InlinePages(request.query(), name, Math.min(number, last), size, total);
    }

    /// {@return the rows of this page, in an order in which each has its place}
    <C extends Entity> QuerySet<C> of(QuerySet<C> rows) {
        var order = new ArrayList<>(rows.mapping().state().ordering());
        rows.mapping().keyFields().forEach(part -> order.add(part.name()));
        return rows.orderBy(order.getFirst(), order.subList(1, order.size()).toArray(String[]::new))
                .offset((long) (number - 1) * size)
                .limit(size);
    }

    /// {@return how many rows are on other pages}
    int elsewhere() {
        long here = Math.min(size, total - (long) (number - 1) * size);
        return (int) Math.min(Integer.MAX_VALUE, total - here);
    }

    /// {@return the links to all pages; far ones left out}
    List<PageLink> links() {
        return PageLink.around(number, Math.ceilDiv(total, size), this::url);
    }

    private String url(long page) {
        return "?" + address.with(name, String.valueOf(page)).encode();
    }
}
