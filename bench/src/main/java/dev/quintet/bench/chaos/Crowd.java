package dev.quintet.bench.chaos;

import dev.quintet.bench.chaos.Visitor.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All who are in the shop at once: buyers, people who look around, a customer with an account, a
/// clerk in the admin. They stay until the shop closes, and finish what they have begun.
final class Crowd implements AutoCloseable {

    /// What one of them does over and over.
    interface Errand {
        void run() throws IOException, InterruptedException;
    }

    private static final int BUYERS = 4;
    private static final int LOOKERS = 3;
    private static final Pattern TICK =
            Pattern.compile("name=\"_selected_action\"[^>]*value=\"(\\d+)\"");
    private static final Pattern SENDING =
            Pattern.compile("<option value=\"([^\"]+)\">Mark as sent");
    private static final String LIST = "/admin/shop/order/";

    private final String address;
    private final Ledger ledger;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    private Crowd(String address, Ledger ledger) {
        this.address = address;
        this.ledger = ledger;
    }

    /// Lets them in.
    ///
    /// @param door the address that leads into the admin; another one after each start of the shop
    static Crowd enter(String address, Ledger ledger, Supplier<String> door, long seed) {
        var crowd = new Crowd(address, ledger);
        for (int i = 1; i <= BUYERS; i++) {
            var buyer = new Buyer("buyer" + i, address, ledger, seed + i);
            crowd.sends("buyer " + i, 60, buyer::buys);
        }
        for (int i = 1; i <= LOOKERS; i++) {
            var visitor = new Visitor(address, ledger);
            var random = new Random(seed + 100 + i);
            crowd.sends("looker " + i, 120, () -> crowd.looks(visitor, random));
        }
        var signedIn = new Buyer("customer", address, ledger, seed + 200);
        crowd.sends("customer", 1500, () -> crowd.signsInAndBuys(signedIn));
        var clerk = new Visitor(address, ledger);
        crowd.sends("clerk", 800, () -> crowd.sendsOrders(clerk, door));
        return crowd;
    }

    /// A thread of the system each: what happens to those of the JVM is not to decide who lives.
    private void sends(String name, int pauseMillis, Errand errand) {
        threads.add(
                Thread.ofPlatform()
                        .name(name)
                        .start(() -> {
                            var random = new Random(name.hashCode());
                            while (!closing) {
                                try {
                                    errand.run();
                                    TimeUnit.MILLISECONDS.sleep(
                                            pauseMillis / 2 + random.nextInt(pauseMillis));
                                } catch (IOException gaveUp) {
                                    ledger.surprised(name + " gave up: " + gaveUp.getMessage());
                                } catch (InterruptedException interrupted) {
                                    return;
                                }
                            }
                        }));
    }

    private void looks(Visitor visitor, Random random) throws InterruptedException {
        String path =
                switch (random.nextInt(9)) {
                    case 0 -> "/";
                    case 1 -> "/albums/?page=" + (1 + random.nextInt(10));
                    case 2 -> "/artists/";
                    case 3 -> "/genres/" + (1 + random.nextInt(20)) + "/";
                    case 4 ->
                            "/search/?q="
                                    + List.of("rock", "live", "the", "zz").get(random.nextInt(4));
                    case 5 -> "/charts/";
                    case 6 -> "/api/albums/?page=" + (1 + random.nextInt(5));
                    case 7 -> "/playlists/";
                    default -> "/albums/" + (1 + random.nextInt(347)) + "/";
                };
        try {
            Answer answer = visitor.get(path);
            if (!answer.isPage() && answer.status() < 500) {
                ledger.surprised(path + " is " + answer);
            }
        } catch (IOException unanswered) {
            // Counted, and no wonder while the shop is down: who only looks goes on.
        }
    }

    private void signsInAndBuys(Buyer buyer) throws IOException, InterruptedException {
        var visitor = new Visitor(address, ledger);
        visitor.until(() -> visitor.get("/accounts/login/"));
        Answer in = visitor.until(() -> visitor.post("/accounts/login/", Account.ADA.form()));
        if (in.status() != 302) {
            ledger.surprised("signing in gave " + in);
            return;
        }
        ledger.signIns.increment();
        buyer.buys(visitor);
        Answer orders = visitor.until(() -> visitor.get("/orders/"));
        if (!orders.isPage()) {
            ledger.surprised("who has signed in gets no list of orders but " + orders);
        }
        visitor.until(() -> visitor.post("/accounts/logout/", ""));
    }

    private void sendsOrders(Visitor clerk, Supplier<String> door)
            throws IOException, InterruptedException {
        Answer list = clerk.until(() -> clerk.get(LIST));
        if (!list.isPage()) {
            if (!clerk.until(() -> clerk.get(door.get())).leadsTo("/admin/")) {
                return; // of a start that is gone; the next one is printed soon
            }
            list = clerk.until(() -> clerk.get(LIST));
        }
        if (!list.isPage()) {
            ledger.surprised("the clerk gets no list but " + list);
            return;
        }
        Matcher action = SENDING.matcher(list.text());
        Matcher tick = TICK.matcher(list.text());
        List<Long> ticked = new ArrayList<>();
        while (ticked.size() < 5 && tick.find()) {
            ticked.add(Long.valueOf(Objects.requireNonNull(tick.group(1))));
        }
        if (ticked.isEmpty() || !action.find()) {
            return;
        }
        var form = new StringBuilder("action=" + action.group(1));
        ticked.forEach(id -> form.append("&_selected_action=").append(id));
        Answer done = clerk.until(() -> clerk.post(LIST, form.toString()));
        if (done.status() == 302) {
            ticked.forEach(ledger::sent);
        } else {
            ledger.surprised("marking orders as sent gave " + done);
        }
        Answer one =
                clerk.until(() -> clerk.get("/admin/shop/order/" + ticked.getFirst() + "/change/"));
        if (!one.isPage()) {
            ledger.surprised("the clerk gets no order but " + one);
        }
    }

    /// Waits until all have finished what they had begun.
    @Override
    public void close() {
        closing = true;
        for (Thread one : threads) {
            try {
                if (!one.join(Duration.ofMinutes(6))) {
                    ledger.surprised(one.getName() + " never came out of the shop");
                    one.interrupt();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
