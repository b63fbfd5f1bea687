package dev.quintet.kernel.pagination;

import java.util.Iterator;
import java.util.List;

/// One page of a long list. Django: `Page`.
///
/// @param <T> what it is a list of
/// @param objectList what the page holds
/// @param number of the page, counted from 1
/// @param paginator that cut it
public record Page<T>(List<T> objectList, long number, Paginator<T> paginator)
        implements Iterable<T> {

    /// {@return whether a page follows}
    public boolean hasNext() {
        return number < paginator.numPages();
    }

    /// {@return whether a page comes before}
    public boolean hasPrevious() {
        return number > 1;
    }

    /// {@return whether there is any other page}
    public boolean hasOtherPages() {
        return hasPrevious() || hasNext();
    }

    /// {@return the number of the page that follows}
    ///
    /// @throws InvalidPageException when none does
    public long nextPageNumber() {
        if (!hasNext()) {
            throw new InvalidPageException(InvalidPageException.Reason.BEYOND_LAST);
        }
        return number + 1;
    }

    /// {@return the number of the page before}
    ///
    /// @throws InvalidPageException when there is none
    public long previousPageNumber() {
        if (!hasPrevious()) {
            throw new InvalidPageException(InvalidPageException.Reason.BELOW_ONE);
        }
        return number - 1;
    }

    /// {@return the place of the page's first in the whole list, counted from 1; 0 where the list
    /// is empty}
    public long startIndex() {
        return paginator.count() == 0 ? 0 : paginator.perPage() * (number - 1) + 1;
    }

    /// {@return the place of the page's last in the whole list, counted from 1}
    public long endIndex() {
        return number == paginator.numPages() ? paginator.count() : number * paginator.perPage();
    }

    /// {@return how many the page holds}
    public int size() {
        return objectList.size();
    }

    @Override
    public Iterator<T> iterator() {
        return objectList.iterator();
    }

    @Override
    public String toString() {
        return "<Page " + number + " of " + paginator.numPages() + ">";
    }
}
