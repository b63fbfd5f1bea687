package dev.quintet.test.records;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signal.Signal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Records and who made them.
public final class RecordsApp implements App {

    /// Sent for each album that is sold.
    public static final Signal<Long> SOLD = Signal.named("records.sold");

    /// How many artists there were each time that the site was about to answer.
    public static final Queue<Long> ARTISTS = new ConcurrentLinkedQueue<>();

    /// For the site.
    public RecordsApp() {}

    @Override
    public void serving(Context site) {
        ARTISTS.add(Artists.all().count());
    }
}
