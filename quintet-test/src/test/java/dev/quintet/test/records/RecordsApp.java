package dev.quintet.test.records;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signal.Signal;

/// Records and who made them.
public final class RecordsApp implements App {

    /// Sent for each album that is sold.
    public static final Signal<Long> SOLD = Signal.named("records.sold");

    /// For the site.
    public RecordsApp() {}

    @Override
    public void ready(Context site) {}
}
