package dev.quintet.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// A page to go to.
///
/// @param number `null` for a gap
record PageLink(@Nullable Long number, @Nullable String url, boolean current) {

    private static final int AROUND = 2;

    /// {@return the first and the last page and those around one, with gaps between them}
    ///
    /// @param at the page that is shown, from 1
    static List<PageLink> around(long at, long last, LongFunction<String> url) {
        var all = new ArrayList<PageLink>();
        for (long number = 1; number <= last; number++) {
            boolean near = Math.abs(number - at) <= AROUND;
            boolean edge = number <= 1 || number > last - 1;
            if (near || edge) {
                all.add(new PageLink(number, url.apply(number), number == at));
            } else {
                all.add(new PageLink(null, null, false));
                number = number < at ? at - AROUND - 1 : last - 1;
            }
        }
        return all;
    }
}
