package guild;

import dev.quintet.kernel.app.Role;
import dev.quintet.kernel.context.Context;
import java.io.PrintWriter;

/// A role that tells when it begins and ends.
public final class Clockwork implements Role {

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public void run(Context site, PrintWriter out) throws InterruptedException {
        out.println("begins with " + site.apps().list().size() + " apps");
        System.err.println("tells the log");
        try {
            while (true) {
                Thread.sleep(60_000);
            }
        } finally {
            out.println("ends");
        }
    }
}
