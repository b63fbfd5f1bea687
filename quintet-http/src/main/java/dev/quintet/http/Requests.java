package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about a request that need some thought.
final class Requests {

    /// So many addresses of an `X-Forwarded-For` are looked at.
    private static final int MOST_HOPS = 32;

    private Requests() {}

    static BadRequest disallowed(String host) {
        String shown = host.replaceAll("[^ -~]", "?");
        Hosts.Parts parts = Hosts.split(host);
        Problem problem = Problem.of("http.E020", "The host '" + shown + "' is not answered here.");
        return new BadRequest(
                parts.domain().isEmpty()
                        ? problem.because("It is no valid host name.")
                        : problem.fixedBy("Add '" + parts.domain() + "' to ALLOWED_HOSTS."));
    }

    static @Nullable String preferred(List<MediaRange> accepted, List<String> offered) {
        String best = null;
        double most = 0;
        for (String type : offered) {
            double quality =
                    accepted.stream()
                            .filter(range -> range.holds(type))
                            .max(Comparator.comparingInt(MediaRange::precision))
                            .map(MediaRange::quality)
                            .orElse(0.0);
            if (quality > most) {
                most = quality;
                best = type;
            }
        }
        return best;
    }

    static boolean trusted(String address, RequestPolicy policy) {
        for (Network network : policy.trustedProxies()) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /// From the right: what a trusted proxy wrote is believed, what stands left of the first that
    /// is not trusted anyone may have written.
    static String clientAddress(RequestSource source, RequestPolicy policy) {
        String peer = source.peerAddress();
        if (policy.trustedProxies().isEmpty() || !trusted(peer, policy)) {
            return peer;
        }
        var hops = new ArrayList<String>();
        for (String line : source.headers().all("X-Forwarded-For")) {
            for (String hop : line.split(",", MOST_HOPS + 1)) {
                hops.add(hop.strip());
            }
        }
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && hops.size() - i <= MOST_HOPS; i--) {
            if (Network.numeric(hops.get(i)) == null) {
                break;
            }
            client = hops.get(i);
            if (!trusted(client, policy)) {
                break;
            }
        }
        return client;
    }
}
