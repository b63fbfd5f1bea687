package dev.quintet.bench.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the pages show.
final class Data {

    private Data() {}

    /// {@return the variables of a page, `fortunes` or `table`}
    static Map<String, Object> of(String page) {
        return page.equals("fortunes") ? Map.of("fortunes", fortunes()) : Map.of("rows", rows());
    }

    private static List<Fortune> fortunes() {
        var all = new ArrayList<Fortune>();
        for (int i = 1; i <= 12; i++) {
            all.add(
                    new Fortune(
                            i,
                            i == 11
                                    ? "<script>alert(\"This should not be displayed.\");</script>"
                                    : i == 12
                                            ? "フレームワークのベンチマーク"
                                            : "A computer program does what you tell it to do, no. "
                                                    + i));
        }
        return all;
    }

    static List<Row> rows() {
        var all = new ArrayList<Row>();
        for (int i = 1; i <= 200; i++) {
            all.add(
                    new Row(
                            i,
                            "Album no. " + i,
                            "Reinhardt & Grappelli",
                            i % 7,
                            i % 3 == 0 ? "" : "Swing " + i));
        }
        return all;
    }
}
