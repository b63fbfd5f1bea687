package dev.quintet.bench.chaos;

import dev.quintet.bench.chaos.Visitor.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Buys, checkout after checkout, and does not give up: whatever fails is sent again, as a person
/// presses the button again. Every third time the button is pressed twice at once.
final class Buyer {

    private static final Map<String, String> ADDRESS =
            Map.of(
                    "name", "Ada Lovelace",
                    "email", "ada@example.org",
                    "street", "St James Square 12",
                    "postcode", "SW1Y",
                    "city", "London",
                    "country", "GB");
    private static final String CONFIRM = "/checkout/?step=confirm";
    private static final Pattern CHOSEN =
            Pattern.compile("name=\"count\">.*?<option value=\"(\\d+)\" selected", Pattern.DOTALL);
    private static final Pattern ITEM =
            Pattern.compile("<select id=\"count-(\\d+)\" (.*?)</select>", Pattern.DOTALL);
    private static final Pattern LINE =
            Pattern.compile(
                    "<h3><a href=\"/albums/(\\d+)/\".*?(\\d+) cop(?:y|ies)", Pattern.DOTALL);
    private static final Pattern CONTENTS = Pattern.compile("name=\"basket\" value=\"([^\"]*)\"");
    private static final int MOST_TRIES = 5;

    private final String name;
    private final String address;
    private final Ledger ledger;
    private final Random random;
    private int checkouts;

    Buyer(String name, String address, Ledger ledger, long seed) {
        this.name = name;
        this.address = address;
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    /// From the racks to the page of the order, or to an empty basket where others were quicker.
    void buys() throws IOException, InterruptedException {
        buys(new Visitor(address, ledger));
    }

    /// The same by somebody who may have signed in.
    void buys(Visitor visitor) throws IOException, InterruptedException {
        String mark = name + "-" + ++checkouts;
        Map<Long, Integer> wanted = new TreeMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            // A quarter of all is among few that there are few of, so that buyers compete.
            long album = random.nextInt(4) == 0 ? 9L * (1 + random.nextInt(38)) : album();
            wanted.put(album, 1 + random.nextInt(2));
        }
        for (Map.Entry<Long, Integer> one : wanted.entrySet()) {
            String path = "/albums/" + one.getKey() + "/";
            expect(visitor.until(() -> visitor.get(path)).isPage(), mark, "no page " + path);
            String change = "/basket/" + one.getKey() + "/";
            String count = "count=" + one.getValue();
            Answer put = visitor.until(() -> visitor.post(change, count));
            expect(put.leadsTo("/basket/"), mark, "put into the basket: " + put);
        }
        Answer step = visitor.until(() -> visitor.post("/checkout/?step=address", ADDRESS));
        expect(step.leadsTo("/checkout/?step=delivery"), mark, "the address led to " + step);
        Map<String, String> delivery = Map.of("shipping", "POST", "note", mark);
        step = visitor.until(() -> visitor.post("/checkout/?step=delivery", delivery));
        expect(step.leadsTo(CONFIRM), mark, "the delivery led to " + step);
        confirms(visitor, mark, wanted);
    }

    private long album() {
        return 1L + random.nextInt(347);
    }

    private void confirms(Visitor visitor, String mark, Map<Long, Integer> wanted)
            throws IOException, InterruptedException {
        Map<Long, Integer> basket = wanted;
        for (int i = 0; i < MOST_TRIES && !basket.isEmpty(); i++) {
            Answer last = visitor.until(() -> visitor.get(CONFIRM));
            Matcher contents = CONTENTS.matcher(last.text());
            if (!contents.find()) {
                ledger.surprised(mark + ": there is no last look, but " + last);
                return;
            }
            String form =
                    "understood=on&basket="
                            + Visitor.encoded(Objects.requireNonNull(contents.group(1)));
            Answer answer =
                    random.nextInt(3) == 0 ? twice(visitor, mark, form) : once(visitor, form);
            if (answer.leadsTo("/orders/")) {
                sees(visitor, mark, answer.location(), basket);
                return;
            }
            if (!answer.leadsTo("/basket/")) {
                ledger.surprised(mark + ": the confirmation led to " + answer);
                return;
            }
            ledger.apologies.increment();
            basket = basket(visitor.until(() -> visitor.get("/basket/")).text());
        }
    }

    private Answer once(Visitor visitor, String form) throws IOException, InterruptedException {
        int[] sent = {0};
        return visitor.until(() -> {
            if (sent[0]++ > 0) {
                ledger.repeats.increment();
            }
            return visitor.post(CONFIRM, form);
        });
    }

    /// Two presses at once. Where both come back, they must lead to one order.
    private Answer twice(Visitor visitor, String mark, String form)
            throws IOException, InterruptedException {
        ledger.doublePresses.increment();
        Visitor twin = visitor.twin();
        Answer first;
        Answer second;
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable Answer> other = both.submit(press(twin, form));
            first = answered(press(visitor, form));
            second = answered(other::get);
        }
        if (first != null && second != null && first.status() < 500 && second.status() < 500) {
            boolean bought = first.leadsTo("/orders/");
            boolean same = first.location().equals(second.location());
            if (bought && second.leadsTo("/orders/") && !same) {
                ledger.surprised(mark + ": two presses made " + first + " and " + second);
            }
            if (!bought && second.leadsTo("/orders/")) {
                visitor.become(twin);
                return second;
            }
            return first;
        }
        ledger.repeats.increment();
        return once(visitor, form);
    }

    private static Callable<@Nullable Answer> press(Visitor visitor, String form) {
        return () -> visitor.post(CONFIRM, form);
    }

    private static @Nullable Answer answered(Callable<@Nullable Answer> press)
            throws InterruptedException {
        try {
            return press.call();
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception unanswered) {
            if (unanswered instanceof ExecutionException || unanswered instanceof IOException) {
                return null;
            }
            throw new IllegalStateException(unanswered);
        }
    }

    private void sees(Visitor visitor, String mark, String page, Map<Long, Integer> basket)
            throws IOException, InterruptedException {
        Answer thanks = visitor.until(() -> visitor.get(page));
        if (!thanks.isPage() || !thanks.text().contains("Thank you")) {
            ledger.surprised(mark + ": the order's page is " + thanks);
            return;
        }
        Map<Long, Integer> shown = lines(thanks.text());
        if (!shown.equals(basket)) {
            ledger.surprised(mark + ": wanted " + basket + " and was sold " + shown);
        }
        String token = page.replaceFirst("^/orders/", "").replaceFirst("/$", "");
        ledger.bought(new Ledger.Bought(mark, token, shown));
    }

    private static Map<Long, Integer> basket(String page) {
        Map<Long, Integer> found = new TreeMap<>();
        Matcher item = ITEM.matcher(page);
        while (item.find()) {
            Matcher count = CHOSEN.matcher(item.group(2) + "</select>");
            if (count.find()) {
                found.put(
                        Long.valueOf(Objects.requireNonNull(item.group(1))),
                        Integer.valueOf(Objects.requireNonNull(count.group(1))));
            }
        }
        return found;
    }

    private static Map<Long, Integer> lines(String page) {
        Map<Long, Integer> found = new TreeMap<>();
        Matcher line = LINE.matcher(page);
        while (line.find()) {
            found.put(
                    Long.valueOf(Objects.requireNonNull(line.group(1))),
                    Integer.valueOf(Objects.requireNonNull(line.group(2))));
        }
        return found;
    }

    private void expect(boolean held, String mark, String otherwise) {
        if (!held) {
            ledger.surprised(mark + ": " + otherwise);
        }
    }
}
